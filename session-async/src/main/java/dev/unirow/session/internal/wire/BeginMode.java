package dev.unirow.session.internal.wire;

/** What a transaction is expected to do, for databases where that matters at its begin. */
public enum BeginMode {
    /** Perhaps only read; its first write may have to wait, or be refused because the data read has changed. */
    TO_READ_FIRST,
    /** Write: it waits for its turn at once, and is never refused later. */
    TO_WRITE,
    /** Nothing but read, each statement by itself: no transaction is begun. */
    READ_ONLY,
    /** Nothing but read, all statements at the same state of the database. */
    READ_ONLY_TRANSACTION
}
