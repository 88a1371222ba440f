package dev.unirow.junit;

/** How a test's database comes to be as it was. */
public enum TestIsolation {
    /** {@link #COPY} on SQLite, {@link #ROLLBACK} on a server. */
    FASTEST,

    /** Each test has a database of its own, which is deleted after it. Everything is as in production. */
    COPY,

    /**
     * All sessions of a test share one connection, and what they did is rolled back after it, as
     * {@link dev.unirow.session.DatabaseBuilder#rollbackOnly()} says, with what differs from production.
     */
    ROLLBACK
}
