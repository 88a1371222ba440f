package dev.unirow.migrate;

/** The database is in a state out of which no step is safe to choose without a person. */
public final class UnexpectedStatusException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final DatabaseStanding standing;

    UnexpectedStatusException(DatabaseStanding standing, String command) {
        super("'%s' was refused, and nothing was changed: the database is %s, which means that %s. %s"
                .formatted(command, standing.status(), standing.meaning(), standing.remedy()));
        this.standing = standing;
    }

    public DatabaseStatus status() {
        return standing.status();
    }

    /** The status, with what differs. */
    public DatabaseStanding standing() {
        return standing;
    }
}
