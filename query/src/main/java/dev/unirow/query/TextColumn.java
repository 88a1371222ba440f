package dev.unirow.query;

/**
 * A column of text. Text is compared character by character; what ignores case does so for A to Z only, on every
 * database. {@code %}, {@code _} and {@code \} mean themselves.
 *
 * @param <T> the model it belongs to
 */
public final class TextColumn<T> extends Column<T, String> {
    TextColumn(Path path) {
        super(path);
    }

    public Condition<T> iexact(String text) {
        return ask(Operator.IEXACT, text);
    }

    public Condition<T> contains(String part) {
        return ask(Operator.CONTAINS, part);
    }

    public Condition<T> icontains(String part) {
        return ask(Operator.ICONTAINS, part);
    }

    public Condition<T> startswith(String start) {
        return ask(Operator.STARTSWITH, start);
    }

    public Condition<T> istartswith(String start) {
        return ask(Operator.ISTARTSWITH, start);
    }

    public Condition<T> endswith(String end) {
        return ask(Operator.ENDSWITH, end);
    }

    public Condition<T> iendswith(String end) {
        return ask(Operator.IENDSWITH, end);
    }
}
