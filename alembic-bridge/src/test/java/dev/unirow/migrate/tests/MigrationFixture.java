package dev.unirow.migrate.tests;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.model.Naming;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new database and an empty directory, for each test. Where it can be opened twice, the models may change in between.
 */
abstract class MigrationFixture {
    static final List<Class<?>> V1 =
            List.of(dev.unirow.migrate.tests.v1.Team.class, dev.unirow.migrate.tests.v1.Hero.class);
    static final List<Class<?>> V2 =
            List.of(dev.unirow.migrate.tests.v2.Team.class, dev.unirow.migrate.tests.v2.Hero.class);

    @SuppressWarnings("NullAway.Init") // given to each test
    DatabaseTarget target;

    @TempDir
    Path folder;

    String url = "";
    Path scripts = Path.of("");
    private final List<Database> open = new ArrayList<>();

    @BeforeEach
    void newDatabase() {
        url = target.newDatabaseUrl();
        scripts = folder.resolve("migrations");
        List<Path> made = MigrationsDirectory.of(scripts).init();
        assert !made.isEmpty();
    }

    @AfterEach
    void closeDatabases() {
        open.forEach(Database::close);
    }

    Database open(List<Class<?>> models) {
        Database database = Database.open(url, models.toArray(Class<?>[]::new));
        open.add(database);
        return database;
    }

    Migrations migrations(Database database) {
        return Migrations.of(database, MigrationsDirectory.of(scripts));
    }

    Migrations migrations(Database database, List<Class<?>> models) {
        return migrations(database).withModels(Naming.standard(), models);
    }

    /** The tables of models that are not those of the database, without a revision. */
    static void createTables(Database database, List<Class<?>> models, UnaryOperator<Schema> change) {
        Schema schema = change.apply(Schemas.wanted(targetOf(database), Naming.standard(), models, Map.of()));
        execute(database, Schemas.createAll(database.kind(), schema, Set.of()).toArray(String[]::new));
    }

    /** What its SQL is written for. */
    static Target targetOf(Database database) {
        return switch (database.kind()) {
            case POSTGRESQL -> Target.postgresql();
            case MARIADB -> Target.mariadb();
            case SQLITE -> Target.sqlite();
        };
    }

    /** A revision written by hand. */
    Path revision(String id, String parent, String sections) {
        try {
            return Files.writeString(
                    scripts.resolve(id + "_by_hand.sql"),
                    "-- revision: %s\n-- down_revision: %s\n-- message: by hand %s\n\n%s\n"
                            .formatted(id, parent, id, sections));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void execute(Database database, String... statements) {
        for (String statement : statements) {
            Integer unused = await(database.connect(connection -> connection.execute(statement)));
        }
    }

    /** A schema of one table. */
    static Schema only(Schema schema, String table) {
        return schema.withTables(List.of(schema.table(table).orElseThrow()));
    }

    static long count(Database database, String table) {
        return await(database.connect(connection -> connection.select("select count(*) as n from " + table))
                .map(rows ->
                        ((Number) java.util.Objects.requireNonNull(rows.get(0).get("n"))).longValue()));
    }
}
