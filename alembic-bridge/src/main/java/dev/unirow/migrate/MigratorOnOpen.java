package dev.unirow.migrate;

import dev.unirow.session.Database;
import dev.unirow.session.DatabaseBuilder;
import dev.unirow.session.DatabaseMigrator;
import io.smallrye.mutiny.Uni;

/** Applies the revisions of the configured folder for {@link DatabaseBuilder#migrateOnOpen()}. */
public final class MigratorOnOpen implements DatabaseMigrator {
    @Override
    public Uni<Void> upgrade(Database database) {
        return Migrations.of(database).upgrade().replaceWithVoid();
    }
}
