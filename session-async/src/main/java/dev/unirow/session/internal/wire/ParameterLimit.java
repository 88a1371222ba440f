package dev.unirow.session.internal.wire;

import org.jspecify.annotations.Nullable;

/** How many parameters a statement may have: what the protocols of PostgreSQL and MariaDB can count. */
final class ParameterLimit {
    private static final int MOST = 65_535;

    private ParameterLimit() {}

    /** @throws IllegalArgumentException if there are too many */
    static @Nullable Object[] within(@Nullable Object[] parameters) {
        if (parameters.length > MOST) {
            throw new IllegalArgumentException("A statement has " + parameters.length
                    + " parameters, and databases take at most " + MOST
                    + ". Split its list of values: one of JSON, arrays or composite keys may not be longer.");
        }
        return parameters;
    }
}
