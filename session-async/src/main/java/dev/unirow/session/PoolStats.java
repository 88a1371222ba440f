package dev.unirow.session;

/**
 * A database's connections at one moment.
 *
 * @param size how many are open
 * @param inUse of these, the ones that sessions hold
 * @param idle of these, the ones that wait for a session
 * @param waiting operations that wait for a connection, on SQLite also for their turn to write
 */
public record PoolStats(int size, int inUse, int idle, int waiting) {}
