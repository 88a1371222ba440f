package dev.unirow.migrate;

import java.time.Duration;

/** Somebody else is migrating the database and did not come to an end in time. */
public final class MigrationLockedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    MigrationLockedException(Duration waited) {
        super("Another run migrates this database and has not ended after " + waited.toSeconds()
                + " seconds. Nothing was run; try again when it is done.");
    }
}
