package dev.unirow.sqlite;

/**
 * A pool at one moment.
 *
 * @param open connections to the database
 * @param inUse of these, the ones lent to a session
 * @param waiting statements and transactions that wait for a connection or for their turn to write
 */
public record SqliteStats(int open, int inUse, int waiting) {}
