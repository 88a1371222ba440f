package dev.unirow.session.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * A statement as its driver takes it.
 *
 * @param values in the order of the parameters
 */
public record BoundStatement(String sql, @Nullable Object[] values) {
    /** What the protocols of PostgreSQL and MariaDB can count. */
    private static final int MOST_PARAMETERS = 65_535;

    /**
     * The parameters, if a statement can have so many.
     *
     * @throws IllegalArgumentException if there are too many
     */
    static @Nullable Object[] within(@Nullable Object[] parameters) {
        if (parameters.length > MOST_PARAMETERS) {
            throw new IllegalArgumentException("A statement has " + parameters.length
                    + " parameters, and databases take at most " + MOST_PARAMETERS
                    + ". Split its list of values: one of JSON, arrays or composite keys may not be longer.");
        }
        return parameters;
    }
}
