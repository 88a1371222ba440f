package dev.unirow.migrate.exception;

/**
 * The database is not at the heads, so that a comparison with the models would find again what is written down already.
 */
public final class DatabaseBehindException extends MigrationException {
    /** Says so in Alembic's words. */
    public DatabaseBehindException() {
        super("Target database is not up to date.");
    }
}
