package dev.unirow.migrate;

/** The database is in a state out of which no step is safe to choose without a person. */
public final class UnexpectedStatusException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final DatabaseStatus status;

    UnexpectedStatusException(DatabaseStatus status, String command) {
        super("'%s' was refused, and nothing was changed: the database is %s, which means that %s. %s"
                .formatted(command, status, status.meaning(), status.remedy()));
        this.status = status;
    }

    public DatabaseStatus status() {
        return status;
    }
}
