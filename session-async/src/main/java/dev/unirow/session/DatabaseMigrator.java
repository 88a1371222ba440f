package dev.unirow.session;

import io.smallrye.mutiny.Uni;

/**
 * Brings a database to its newest revision, for {@link DatabaseBuilder#migrateOnOpen()}. Found by
 * {@link java.util.ServiceLoader}; alembic-bridge has the one.
 */
public interface DatabaseMigrator {
    /** A database that answers, and that nobody else has yet. A failure is that of its opening. */
    Uni<Void> upgrade(Database database);
}
