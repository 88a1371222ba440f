package dev.unirow.tutorial.recipes;

import dev.unirow.migrate.Migrations;
import dev.unirow.session.Database;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

// region tenants
/** A database for each tenant, each with a small pool of its own, started at its first use. */
final class Tenants implements AutoCloseable {
    private final Map<String, Database> databases = new TreeMap<>();

    /** @param urls of the databases, by the names of their tenants */
    Tenants(Map<String, String> urls, Path revisions, Class<?>... models) {
        urls.forEach((tenant, url) -> databases.put(
                tenant,
                Database.builder(url)
                        .models(models)
                        .migrations(revisions)
                        .poolSize(2)
                        .openLazy()));
    }

    /** A name comes from a request: only those that are known have a database. */
    Database of(String tenant) {
        Database database = databases.get(tenant);
        if (database == null) {
            throw new IllegalArgumentException("There is no such tenant.");
        }
        return database;
    }

    /** Migrates one after the other. */
    Uni<Void> migrate() {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Database database : databases.values()) {
            all = all.chain(() -> Migrations.of(database).upgrade()).replaceWithVoid();
        }
        return all;
    }

    @Override
    public void close() {
        databases.values().forEach(Database::close);
    }
}
// endregion
