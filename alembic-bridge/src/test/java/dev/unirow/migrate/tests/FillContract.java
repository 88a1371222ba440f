package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that become required in tables with rows. */
@EachDatabase
@SuppressWarnings("unused") // the attributes are columns
class FillContract extends MigrationFixture {
    @Entity(name = "Pet")
    @Table(name = "pet")
    static class Pet {
        @Id
        private @Nullable Long id;
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class MaybeNamedPet {
        @Id
        private @Nullable Long id;

        private @Nullable String name;
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class NamedPet {
        @Id
        private @Nullable Long id;

        @Column(nullable = false)
        private @Nullable String name;
    }

    @Test
    void rowsGetTheValueOfANewRequiredColumn() {
        Database db = changing(
                Pet.class, NamedPet.class, "insert into pet (id) values (1)", "insert into pet (id) values (2)");
        Migrations migrations = migrations(db, List.of(NamedPet.class))
                .withFills(List.of("pet.name=case id when 1 then 'one' else 'more' end"));

        Autogeneration made = await(migrations.autogenerate("name"));
        run(migrations.upgrade("head"));

        assertThat(made.warnings()).noneMatch(warning -> warning.contains("--fill"));
        assertThat(names(db)).containsExactly("one", "more");
        assertThat(await(migrations.check())).isEmpty();
        run(migrations.withDestructive().downgrade("base"));
        assertThat(count(db, "pet")).isEqualTo(2);
        run(migrations.upgrade("head"));
        assertThat(names(db)).containsExactly("one", "more");
    }

    @Test
    void rowsGetTheValueOfAColumnThatBecomesRequiredWhereTheyHaveNone() {
        Database db = changing(
                MaybeNamedPet.class,
                NamedPet.class,
                "insert into pet (id) values (1)",
                "insert into pet (id, name) values (2, 'Rex')");
        Migrations migrations = migrations(db, List.of(NamedPet.class)).withFills(List.of("pet.name='?'"));

        Autogeneration made = await(migrations.autogenerate("name"));
        run(migrations.upgrade("head"));

        assertThat(made.warnings()).noneMatch(warning -> warning.contains("--fill"));
        assertThat(names(db)).containsExactly("?", "Rex");
        assertThat(await(migrations.check())).isEmpty();
        run(migrations.downgrade("base"));
        assertThat(names(db)).containsExactly("?", "Rex");
    }

    @ParameterizedTest
    @ValueSource(classes = {Pet.class, MaybeNamedPet.class})
    void withoutAValueTheRevisionRefusesRowsAndMarksWhereToWriteIt(Class<?> before) throws IOException {
        Database db = changing(before, NamedPet.class, "insert into pet (id) values (1)");
        Migrations migrations = migrations(db, List.of(NamedPet.class));

        Autogeneration made = await(migrations.autogenerate("name"));

        assertThat(made.warnings()).anyMatch(warning -> warning.contains("--fill pet.name=<SQL expression>"));
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining("A required value is missing")
                .withMessageContaining("'pet'");
        assertThat(count(db, "pet")).isEqualTo(1);

        Path file = Objects.requireNonNull(made.revision()).path();
        Files.writeString(file, written(Files.readString(file)));
        run(migrations.upgrade("head"));

        assertThat(names(db)).containsExactly("?");
        assertThat(await(migrations.check())).isEmpty();
    }

    /** As a person does it whom the mark tells how. */
    private String written(String text) {
        return target.kind().isServer()
                ? text.replaceAll(
                                "-- Rows without a value for name .* write after it: (.*)\\.\\.\\.(.*)\n(.*) check \\(.*\\)(,.*)",
                                "$3$4\n\n$1'?'$2")
                        .replaceAll(
                                "-- Rows without a value for name are refused here. To give them one: (.*)\\.\\.\\.(.*)",
                                "$1'?'$2")
                : text.replace("coalesce(name, null)", "coalesce(name, '?')").replace("null as name", "'?' as name");
    }

    @Test
    void withoutRowsNoValueIsNeeded() {
        Database db = changing(Pet.class, NamedPet.class);
        Migrations migrations = migrations(db, List.of(NamedPet.class));
        run(migrations.autogenerate("name"));

        run(migrations.upgrade("head"));

        assertThat(await(migrations.check())).isEmpty();
    }

    @Test
    void aRequiredColumnThatWasDroppedComesBackOverRows() {
        Database db = changing(NamedPet.class, Pet.class, "insert into pet (id, name) values (1, 'Rex')");
        Migrations migrations = migrations(db, List.of(Pet.class)).withDestructive();
        run(migrations.autogenerate("no name"));
        run(migrations.upgrade("head"));

        run(migrations.downgrade("base"));

        assertThat(names(db)).containsExactly("null");
        run(migrations.upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();
    }

    @Test
    void aRequiredColumnThatWasDroppedComesBackWithTheValueForIt() {
        Database db = changing(NamedPet.class, Pet.class, "insert into pet (id, name) values (1, 'Rex')");
        Migrations migrations = migrations(db, List.of(Pet.class)).withDestructive();
        run(migrations.withFills(List.of("pet.name='?'")).autogenerate("no name"));
        run(migrations.upgrade("head"));

        run(migrations.downgrade("base"));

        assertThat(names(db)).containsExactly("?");
        assertThat(await(db.reflect()).table("pet").flatMap(pet -> pet.column("name")))
                .hasValueSatisfying(name -> assertThat(name.nullable()).isFalse());
    }

    @Test
    void aValueThatNoColumnNeedsIsRefused() {
        Database db = changing(Pet.class, NamedPet.class);
        Migrations migrations = migrations(db, List.of(NamedPet.class))
                .withFills(List.of("pet.name='?'", "pet.title='?'", "cat.name='?'"));

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> run(migrations.autogenerate("name")))
                .withMessageStartingWith("No revision was made: 'cat.name', 'pet.title' cannot be filled.");
        assertThat(await(migrations.history())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name='?'",
                "pet.name",
                "pet.name=",
                "pet.name='?",
                "pet.name=1; drop table pet",
                "pet.name=1 -- one"
            })
    void whatIsNotOneExpressionForAColumnIsRefused(String text) {
        Migrations migrations = migrations(open(List.of()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> migrations.withFills(List.of(text)))
                .withMessageContaining("'table.column=expression'");
    }

    private Database changing(Class<?> before, Class<?> after, String... rows) {
        Database db = open(List.of(after));
        createTables(db, List.of(before), schema -> schema);
        execute(db, rows);
        return db;
    }

    private static List<String> names(Database db) {
        return await(db.connect(connection -> connection.select("select name from pet order by id"))).stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
    }
}
