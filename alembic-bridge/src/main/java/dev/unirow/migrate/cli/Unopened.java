package dev.unirow.migrate.cli;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.model.Naming;
import dev.unirow.session.Database;
import dev.unirow.session.DatabaseConfig;

/**
 * A database that is never started, with the models that are known without it.
 *
 * @param naming of the tables of these models
 */
record Unopened(Database database, Naming naming) {
    static Unopened given() {
        return new Unopened(Database.openLazy(ConfiguredDatabase.NOWHERE), Naming.standard());
    }

    static Unopened of(ConfiguredDatabase configured) {
        DatabaseConfig config = DatabaseConfig.read();
        return new Unopened(configured.unopened(config), Naming.standard().withPlural(config.pluralTableNames()));
    }

    Migrations migrations(MigrationsDirectory directory) {
        return Migrations.of(database, directory).withModels(naming, database.models());
    }
}
