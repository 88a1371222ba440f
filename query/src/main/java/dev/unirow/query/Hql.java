package dev.unirow.query;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A select statement in Hibernate's language, for what conditions do not say: groups, subqueries, rows that are
 * records. Immutable. The text is read when the statement runs, and fails it where it is wrong. A stream of it takes no
 * {@code join fetch}.
 *
 * <p>{@snippet : hql(Crowd.class, "select t.name, count(*) from Hero h join h.team t where h.age > :age group by
 * t.name").with("age", 30) }
 *
 * @param <R> a model, a record with a component for each selected expression, or the type of the only one
 */
public final class Hql<R> {
    private static final Pattern FETCH = Pattern.compile("\\bjoin\\s+fetch\\b", Pattern.CASE_INSENSITIVE);

    private final Class<R> row;
    private final String text;
    private final Map<String, Object> parameters;
    private final @Nullable Integer limit;
    private final int offset;

    private Hql(Class<R> row, String text, Map<String, Object> parameters, @Nullable Integer limit, int offset) {
        this.row = row;
        this.text = text;
        this.parameters = parameters;
        this.limit = limit;
        this.offset = offset;
    }

    static <R> Hql<R> of(Class<R> row, String text) {
        return new Hql<>(
                requireNonNull(row, "The class of the rows is null."),
                requireNonNull(text, "The HQL is null."),
                Map.of(),
                null,
                0);
    }

    public Class<R> row() {
        return row;
    }

    /**
     * Binds the parameter that is written {@code :name}; a collection stands for a list of values, as {@code in :names}
     * takes it.
     *
     * @throws IllegalArgumentException if a text holds the character NUL, which not every database can keep
     */
    public Hql<R> with(String name, Object value) {
        requireNonNull(name, "The name of the parameter is null.");
        requireNonNull(value, "A parameter is null. Write 'is null' in the HQL instead.");
        if (value instanceof String given && given.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The parameter '" + name
                    + "' holds the character NUL, which not every database can keep. Remove it, or bind bytes.");
        }
        Map<String, Object> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Hql<>(row, text, more, limit, offset);
    }

    /**
     * At most so many rows.
     *
     * @throws IllegalArgumentException if it is not above zero
     */
    public Hql<R> limit(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("The limit of an HQL statement is above zero, not " + rows + ".");
        }
        return new Hql<>(row, text, parameters, rows, offset);
    }

    /**
     * Without the first so many rows.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Hql<R> offset(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("The offset of an HQL statement is negative: " + rows + ".");
        }
        return new Hql<>(row, text, parameters, limit, rows);
    }

    /** Limited to so many rows, or to fewer if it already is. */
    HqlQuery<R> query(@Nullable Integer most) {
        Integer rows = most == null || (limit != null && limit < most) ? limit : most;
        return new HqlQuery<>(text, parameters, row, offset == 0 ? null : offset, rows);
    }

    boolean fetches() {
        return FETCH.matcher(text).find();
    }

    /** The text, without values. */
    @Override
    public String toString() {
        return text;
    }
}
