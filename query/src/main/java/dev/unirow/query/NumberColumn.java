package dev.unirow.query;

/**
 * A column of numbers, compared with numbers of any type: 100 finds 100.0, and a fraction is refused where the column
 * holds whole numbers.
 *
 * @param <T> the model it belongs to
 */
public final class NumberColumn<T> extends Column<T, Number> {
    NumberColumn(Path path) {
        super(path);
    }
}
