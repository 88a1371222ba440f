package dev.unirow.session;

import dev.unirow.session.exception.RetryableException;

/**
 * How much a transaction sees of others that run at the same time, in the words of standard SQL.
 *
 * @see ScopeOptions#isolation
 */
public enum Isolation {
    /** PostgreSQL has no such level, and takes it for {@link #READ_COMMITTED}. */
    READ_UNCOMMITTED,
    /** Each statement sees what was committed before it began. */
    READ_COMMITTED,
    /** All statements see the same rows. */
    REPEATABLE_READ,
    /**
     * As if transactions ran one after the other; one that cannot be fitted in fails with {@link RetryableException}.
     */
    SERIALIZABLE;

    /** As SQL writes it. */
    String sql() {
        return name().replace('_', ' ');
    }
}
