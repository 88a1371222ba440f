package dev.unirow.migrate;

/** The database is in a state out of which no step is safe to choose without a person. */
public final class UnexpectedStatusException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final DatabaseStatus status;

    UnexpectedStatusException(DatabaseStatus status, String command) {
        super("The database is " + status + ": " + status.meaning() + ". To " + command
                + " it is refused; nothing was changed.");
        this.status = status;
    }

    public DatabaseStatus status() {
        return status;
    }
}
