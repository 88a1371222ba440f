package dev.unirow.migrate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Somebody else is migrating the database and did not come to an end in time. */
public final class MigrationLockedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private MigrationLockedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static MigrationLockedException ofRun(Duration waited) {
        return new MigrationLockedException(
                "Another run migrates this database and has not ended after " + text(waited)
                        + ". Nothing was run; try again when it is done.",
                null);
    }

    /** On SQLite, where a run waits before each revision. */
    static MigrationLockedException ofWriter(Duration waited, @Nullable Throwable cause) {
        return new MigrationLockedException(
                "Another run migrates this database, or another program writes to it, and has not ended after "
                        + text(waited) + ". What was not begun by then was not run; try again when the other is done.",
                cause);
    }

    private static String text(Duration waited) {
        return waited.toSeconds() > 0 ? waited.toSeconds() + " seconds" : waited.toMillis() + " milliseconds";
    }
}
