package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.MigrationException;

/**
 * The caller lost interest in a run, which ended before its next statement. The revision that was under way is undone.
 * Nobody is left to receive it.
 */
final class MigrationCancelledException extends MigrationException {
    MigrationCancelledException() {
        super("The run was cancelled; the revision that was under way was rolled back.");
    }
}
