package dev.unirow.migrate;

/** The caller lost interest in a run, which ended before its next statement. The revision that was under way is undone. */
public final class MigrationCancelledException extends MigrationException {

    private static final long serialVersionUID = 1L;

    MigrationCancelledException() {
        super("The run was cancelled; the revision that was under way was rolled back.");
    }
}
