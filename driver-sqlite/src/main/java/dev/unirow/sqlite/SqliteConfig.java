package dev.unirow.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a database lives and how its connections are set up.
 *
 * @param file the database file, made if it is missing; null for a database in memory, which lives as long as its pool and
 *     is shared by all connections of that pool
 * @param foreignKeys whether foreign keys are enforced
 * @param synchronous how hard commits are pushed to the disk
 * @param writerTimeout how long a write waits for the writers before it in this process
 * @param lockTimeout how long a statement waits for a lock that another process holds
 * @param maxConnections how many connections a file database may have open; further sessions wait. In memory there is one
 * @param statementCacheSize how many prepared statements each connection keeps
 */
public record SqliteConfig(
        @Nullable Path file,
        boolean foreignKeys,
        Synchronous synchronous,
        Duration writerTimeout,
        Duration lockTimeout,
        int maxConnections,
        int statementCacheSize) {

    /** SQLite's {@code synchronous} pragma. With the write-ahead log NORMAL cannot corrupt a file; FULL also survives a power cut. */
    public enum Synchronous {
        OFF,
        NORMAL,
        FULL,
        EXTRA
    }

    public SqliteConfig {
        Objects.requireNonNull(synchronous, "synchronous");
        if (writerTimeout.isNegative() || writerTimeout.isZero()) {
            throw new IllegalArgumentException("The writer time-out must be positive, it is " + writerTimeout + ".");
        }
        if (lockTimeout.isNegative()) {
            throw new IllegalArgumentException("The lock time-out must not be negative, it is " + lockTimeout + ".");
        }
        if (maxConnections < 1) {
            throw new IllegalArgumentException("A pool needs at least 1 connection, not " + maxConnections + ".");
        }
        if (statementCacheSize < 0) {
            throw new IllegalArgumentException(
                    "The size of the statement cache must not be negative, it is " + statementCacheSize + ".");
        }
    }

    /** A database file with the usual settings: write-ahead log, foreign keys, 16 connections, time-outs of 30 s and 5 s. */
    public static SqliteConfig file(Path file) {
        return standard(Objects.requireNonNull(file, "file"));
    }

    /** A database in memory with the usual settings. */
    public static SqliteConfig memory() {
        return standard(null);
    }

    private static SqliteConfig standard(@Nullable Path file) {
        return new SqliteConfig(file, true, Synchronous.NORMAL, Duration.ofSeconds(30), Duration.ofSeconds(5), 16, 256);
    }

    /** Whether the database lives in memory only. */
    public boolean inMemory() {
        return file == null;
    }

    public SqliteConfig withForeignKeys(boolean enforced) {
        return new SqliteConfig(
                file, enforced, synchronous, writerTimeout, lockTimeout, maxConnections, statementCacheSize);
    }

    public SqliteConfig withSynchronous(Synchronous level) {
        return new SqliteConfig(
                file, foreignKeys, level, writerTimeout, lockTimeout, maxConnections, statementCacheSize);
    }

    public SqliteConfig withWriterTimeout(Duration timeout) {
        return new SqliteConfig(
                file, foreignKeys, synchronous, timeout, lockTimeout, maxConnections, statementCacheSize);
    }

    public SqliteConfig withLockTimeout(Duration timeout) {
        return new SqliteConfig(
                file, foreignKeys, synchronous, writerTimeout, timeout, maxConnections, statementCacheSize);
    }

    public SqliteConfig withMaxConnections(int count) {
        return new SqliteConfig(file, foreignKeys, synchronous, writerTimeout, lockTimeout, count, statementCacheSize);
    }

    /** What messages call this database. */
    String description() {
        return file == null ? "the database in memory" : "'" + file + "'";
    }
}
