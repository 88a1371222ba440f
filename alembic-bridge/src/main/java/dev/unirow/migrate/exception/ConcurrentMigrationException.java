package dev.unirow.migrate.exception;

import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else is migrating the database and did not come to an end in time, or has migrated it meanwhile, so that the
 * version table did not hold what a step was to change.
 */
public final class ConcurrentMigrationException extends MigrationException {
    private final @Nullable Duration waited;
    private final long found;

    private ConcurrentMigrationException(
            String message, @Nullable Duration waited, long found, @Nullable Throwable cause) {
        super(message, cause);
        this.waited = waited;
        this.found = found;
    }

    /** Another run holds the lock. */
    public static ConcurrentMigrationException ofRun(Duration waited) {
        return new ConcurrentMigrationException(
                "Another run migrates this database and has not ended after " + text(waited)
                        + ". Nothing was run; try again when it is done.",
                waited,
                0,
                null);
    }

    /** On SQLite, where a run waits before each revision. */
    public static ConcurrentMigrationException ofWriter(Duration waited, @Nullable Throwable cause) {
        return new ConcurrentMigrationException(
                "Another run migrates this database, or another program writes to it, and has not ended after "
                        + text(waited) + ". What was not begun by then was not run; try again when the other is done.",
                waited,
                0,
                cause);
    }

    /**
     * A change that is about one row of the version table met none, or several.
     *
     * @param change as in {@code deleting 'ae1027a6acf2'}
     * @param found how many rows matched
     */
    public static ConcurrentMigrationException ofRow(String change, String table, long found) {
        return new ConcurrentMigrationException(
                "Online migration expected to match one row when %s in '%s'; %d found".formatted(change, table, found),
                null,
                found,
                null);
    }

    /** The version table holds other rows than those that the plan was made for. */
    public static ConcurrentMigrationException ofRows(Collection<String> expected, Collection<String> found) {
        return new ConcurrentMigrationException(
                "The version of the database is %s where %s was expected: somebody else has migrated it meanwhile."
                        .formatted(names(found), names(expected)),
                null,
                0,
                null);
    }

    private static String text(Duration waited) {
        return waited.toSeconds() > 0 ? waited.toSeconds() + " seconds" : waited.toMillis() + " milliseconds";
    }

    private static String names(Collection<String> versions) {
        return versions.isEmpty()
                ? "<base>"
                : "'" + versions.stream().sorted().collect(Collectors.joining("', '")) + "'";
    }

    /** How long this run has waited for the other; null where the other was done by then. */
    public @Nullable Duration waited() {
        return waited;
    }

    /** How many rows of the version table a change matched that is about one; 0 for other failures. */
    public long found() {
        return found;
    }
}
