package dev.unirow.sqlite;

/** When a transaction takes its turn among the writers. */
public enum TransactionMode {
    /**
     * At its first writing statement; until then it reads one snapshot and waits for nobody. When another writer has
     * committed since that snapshot, the first write fails with SQLITE_BUSY_SNAPSHOT and the work must start again. In
     * memory, where readers and writers share one connection, the turn is taken at once.
     */
    DEFERRED,
    /**
     * Never: it reads one snapshot, and writes are refused. On a file it does not wait for writers; in memory it takes
     * its turn at once, like DEFERRED.
     */
    READ_ONLY,
    /** At once: no later statement can fail because of another writer. */
    IMMEDIATE
}
