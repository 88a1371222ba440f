package dev.unirow.migrate;

/** The version table did not hold the row that a step was to change: somebody else has migrated meanwhile. */
public final class VersionConflictException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final long found;

    VersionConflictException(String change, String table, long found) {
        super("Online migration expected to match one row when %s in '%s'; %d found".formatted(change, table, found));
        this.found = found;
    }

    /** How many rows matched. */
    public long found() {
        return found;
    }
}
