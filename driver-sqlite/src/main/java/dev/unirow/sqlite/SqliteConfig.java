package dev.unirow.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a database lives and how its connections are set up.
 *
 * @param file the database file, made if it is missing; null for a database in memory, which lives as long as its pool
 *     and is shared by all connections of that pool
 * @param access whether this pool may write
 */
public record SqliteConfig(@Nullable Path file, Access access, Pragmas pragmas, Limits limits) {
    /** What a pool may do with its file. */
    public enum Access {
        READ_WRITE,
        /** Writes are refused; other pools and processes may write, and their commits are seen. */
        READ_ONLY,
        /** Nobody writes, which is taken on trust: no locks, no log, works on read-only media. */
        IMMUTABLE
    }

    /**
     * SQLite's {@code synchronous} pragma. With the write-ahead log NORMAL cannot corrupt a file; FULL also survives a
     * power cut.
     */
    public enum Synchronous {
        OFF,
        NORMAL,
        FULL,
        EXTRA
    }

    /**
     * How SQLite makes commits whole. Only with the write-ahead log, WAL, do readers and the writer not wait for each
     * other.
     */
    public enum JournalMode {
        WAL,
        DELETE,
        TRUNCATE,
        PERSIST
    }

    /**
     * SQLite's own settings.
     *
     * @param foreignKeys whether foreign keys are enforced
     * @param synchronous how hard commits are pushed to the disk
     * @param cacheSize SQLite's {@code cache_size}: pages if positive, KiB if negative; null leaves SQLite's default
     * @param applicationId the number that marks files of this application: written into a new file, required of an old
     *     one; null to neither write nor ask
     */
    public record Pragmas(
            JournalMode journalMode,
            Synchronous synchronous,
            boolean foreignKeys,
            @Nullable Integer cacheSize,
            @Nullable Integer applicationId) {
        public Pragmas {
            Objects.requireNonNull(journalMode, "journalMode");
            Objects.requireNonNull(synchronous, "synchronous");
        }
    }

    /**
     * What this driver allows.
     *
     * @param writerTimeout how long a write waits for the writers before it in this process
     * @param lockTimeout how long a statement waits for a lock that another process holds
     * @param statementTimeout after what time a statement is interrupted; zero for never
     * @param inlineLimit how long a statement may occupy the event loop before it is moved to a thread of its own
     * @param maxConnections how many connections a file database may have open; further sessions wait. In memory there
     *     is one
     * @param statementCacheSize how many prepared statements each connection keeps
     */
    public record Limits(
            Duration writerTimeout,
            Duration lockTimeout,
            Duration statementTimeout,
            Duration inlineLimit,
            int maxConnections,
            int statementCacheSize) {
        public Limits {
            if (writerTimeout.isNegative() || writerTimeout.isZero()) {
                throw new IllegalArgumentException(
                        "The writer time-out must be positive, it is " + writerTimeout + ".");
            }
            notNegative("lock time-out", lockTimeout);
            notNegative("statement time-out", statementTimeout);
            notNegative("inline limit", inlineLimit);
            if (maxConnections < 1) {
                throw new IllegalArgumentException("A pool needs at least 1 connection, not " + maxConnections + ".");
            }
            if (statementCacheSize < 0) {
                throw new IllegalArgumentException(
                        "The size of the statement cache must not be negative, it is " + statementCacheSize + ".");
            }
        }

        private static void notNegative(String name, Duration value) {
            if (value.isNegative()) {
                throw new IllegalArgumentException("The " + name + " must not be negative, it is " + value + ".");
            }
        }
    }

    public SqliteConfig {
        Objects.requireNonNull(pragmas, "pragmas");
        Objects.requireNonNull(limits, "limits");
        if (file == null && access != Access.READ_WRITE) {
            throw new IllegalArgumentException(
                    "A database in memory starts empty, so it must be writable. Name a file to read from.");
        }
    }

    /**
     * A database file with the usual settings: write-ahead log, foreign keys, 16 connections, time-outs of 30 s and 5
     * s.
     */
    public static SqliteConfig file(Path file) {
        return standard(Objects.requireNonNull(file, "file"));
    }

    /** A database in memory with the usual settings. */
    public static SqliteConfig memory() {
        return standard(null);
    }

    /**
     * Reads {@code jdbc:sqlite:library.db?synchronous=full&busy_timeout=2000}; {@code jdbc:sqlite::memory:} and
     * {@code jdbc:sqlite:} are a database in memory. Times are in milliseconds.
     *
     * @throws IllegalArgumentException for another kind of URL, or an option or value that is not known; names the
     *     known ones
     */
    public static SqliteConfig parse(String url) {
        return SqliteUrl.parse(url);
    }

    /**
     * This configuration with an option set as a URL sets it: {@code withOption("busy_timeout", "2000")}.
     *
     * @throws IllegalArgumentException for an option or value that is not known; names the known ones
     */
    public SqliteConfig withOption(String name, String value) {
        return SqliteUrl.set(this, Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    }

    /** The names of the options that {@link #withOption} and URLs know. */
    public static Set<String> options() {
        return SqliteUrl.options();
    }

    private static SqliteConfig standard(@Nullable Path file) {
        return new SqliteConfig(
                file,
                Access.READ_WRITE,
                new Pragmas(JournalMode.WAL, Synchronous.NORMAL, true, null, null),
                new Limits(
                        Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ZERO, Duration.ofMillis(20), 16, 256));
    }

    /** Whether the database lives in memory only. */
    public boolean inMemory() {
        return file == null;
    }

    public SqliteConfig withAccess(Access allowed) {
        return new SqliteConfig(file, allowed, pragmas, limits);
    }

    public SqliteConfig withPragmas(Pragmas settings) {
        return new SqliteConfig(file, access, settings, limits);
    }

    public SqliteConfig withLimits(Limits allowed) {
        return new SqliteConfig(file, access, pragmas, allowed);
    }

    public SqliteConfig withForeignKeys(boolean enforced) {
        return withPragmas(new Pragmas(
                pragmas.journalMode, pragmas.synchronous, enforced, pragmas.cacheSize, pragmas.applicationId));
    }

    public SqliteConfig withSynchronous(Synchronous level) {
        return withPragmas(
                new Pragmas(pragmas.journalMode, level, pragmas.foreignKeys, pragmas.cacheSize, pragmas.applicationId));
    }

    public SqliteConfig withJournalMode(JournalMode mode) {
        return withPragmas(
                new Pragmas(mode, pragmas.synchronous, pragmas.foreignKeys, pragmas.cacheSize, pragmas.applicationId));
    }

    public SqliteConfig withCacheSize(int pagesOrMinusKib) {
        return withPragmas(new Pragmas(
                pragmas.journalMode, pragmas.synchronous, pragmas.foreignKeys, pagesOrMinusKib, pragmas.applicationId));
    }

    public SqliteConfig withApplicationId(int id) {
        return withPragmas(
                new Pragmas(pragmas.journalMode, pragmas.synchronous, pragmas.foreignKeys, pragmas.cacheSize, id));
    }

    public SqliteConfig withWriterTimeout(Duration timeout) {
        return withLimits(new Limits(
                timeout,
                limits.lockTimeout,
                limits.statementTimeout,
                limits.inlineLimit,
                limits.maxConnections,
                limits.statementCacheSize));
    }

    public SqliteConfig withLockTimeout(Duration timeout) {
        return withLimits(new Limits(
                limits.writerTimeout,
                timeout,
                limits.statementTimeout,
                limits.inlineLimit,
                limits.maxConnections,
                limits.statementCacheSize));
    }

    public SqliteConfig withStatementTimeout(Duration timeout) {
        return withLimits(new Limits(
                limits.writerTimeout,
                limits.lockTimeout,
                timeout,
                limits.inlineLimit,
                limits.maxConnections,
                limits.statementCacheSize));
    }

    public SqliteConfig withInlineLimit(Duration limit) {
        return withLimits(new Limits(
                limits.writerTimeout,
                limits.lockTimeout,
                limits.statementTimeout,
                limit,
                limits.maxConnections,
                limits.statementCacheSize));
    }

    public SqliteConfig withMaxConnections(int count) {
        return withLimits(new Limits(
                limits.writerTimeout,
                limits.lockTimeout,
                limits.statementTimeout,
                limits.inlineLimit,
                count,
                limits.statementCacheSize));
    }

    public SqliteConfig withStatementCacheSize(int count) {
        return withLimits(new Limits(
                limits.writerTimeout,
                limits.lockTimeout,
                limits.statementTimeout,
                limits.inlineLimit,
                limits.maxConnections,
                count));
    }

    boolean mayWrite() {
        return access == Access.READ_WRITE;
    }

    /** What messages call this database. */
    String description() {
        return file == null ? "the database in memory" : "'" + file + "'";
    }
}
