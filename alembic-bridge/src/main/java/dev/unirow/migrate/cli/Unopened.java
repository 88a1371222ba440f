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
    /** Stands in the place of a URL. */
    private static final String NOWHERE = "sqlite://";

    static Unopened of(Setup setup) {
        if (!setup.configured()) {
            return new Unopened(Database.openLazy(NOWHERE), Naming.standard());
        }
        DatabaseConfig config = DatabaseConfig.read();
        String url = config.url().filter(text -> !text.isBlank()).orElse(NOWHERE);
        return new Unopened(
                Database.builder(config, url).openLazy(), Naming.standard().withPlural(config.pluralTableNames()));
    }

    Migrations migrations(MigrationsDirectory directory) {
        return Migrations.of(database, directory).withModels(naming, database.models());
    }
}
