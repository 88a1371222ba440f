package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.schema.Schema;
import dev.unirow.session.Database;
import dev.unirow.testing.Capability;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In what words a downgrade brings back what a catalogue has in its own. */
@EachDatabase
@Requires(Capability.PERSISTENCE)
@SuppressWarnings("unused") // the attributes are columns
class ModelWordsContract extends MigrationFixture {
    enum Mood {
        GLAD,
        SAD
    }

    @Entity(name = "Pet")
    @Table(name = "pet", indexes = @Index(columnList = "age, nick"))
    static class Pet {
        @Id
        private @Nullable Long id;

        @Min(0) private @Nullable Integer age;

        @Column(length = 50)
        @ColumnDefault("'none'")
        private @Nullable String nick;

        private @Nullable Long weight;

        @Enumerated(EnumType.STRING)
        private @Nullable Mood mood;
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class ShortPet {
        @Id
        private @Nullable Long id;

        private @Nullable String age;

        private @Nullable String mood;
    }

    @Entity(name = "Other")
    @Table(name = "other")
    static class Other {
        @Id
        private @Nullable Long id;
    }

    @Entity(name = "Toy")
    @Table(name = "toy")
    static class Toy {
        @Id
        private @Nullable Long id;

        @Min(0) private @Nullable Integer price;

        @Enumerated(EnumType.STRING)
        private @Nullable Mood mood;
    }

    @Test
    void aDowngradeIsInTheWordsOfTheModels() throws IOException {
        List<Class<?>> before = List.of(Pet.class, Toy.class);
        Migrations first = migrations(open(before), before);
        String made = text(await(first.autogenerate("first")));
        run(first.upgrade("head"));
        List<Class<?>> after = List.of(ShortPet.class, Other.class);
        Database db = open(after);
        Migrations second = migrations(db, after).withDestructive();

        Autogeneration changed = await(second.autogenerate("second"));

        String text =
                Files.readString(Objects.requireNonNull(changed.revision()).path());
        String back = section("downgrade", db, text);
        assertThat(back).doesNotContain("character varying", "int(11)", "bigint(20)", "((", "ANY", "::text");
        section("upgrade", db, made)
                .lines()
                .filter(line -> line.contains("constraint ck_toy"))
                .map(String::strip)
                .map(line -> line.replaceAll(",$", ""))
                .forEach(line -> assertThat(back).contains(line));
        run(second.upgrade("head"));
        run(second.downgrade("-1"));
        Schema again = await(db.reflect());
        assertThat(again.tables())
                .extracting(table -> table.name())
                .contains("pet", "toy")
                .doesNotContain("other");
        run(second.upgrade("head"));
        assertThat(await(second.check())).isEmpty();
    }

    private static String section(String direction, Database db, String text) {
        String mark = "-- " + direction + " [" + db.kind().id() + "]";
        return text.substring(text.indexOf(mark) + mark.length()).split("\n-- (up|down)grade")[0];
    }

    private static String text(Autogeneration made) throws IOException {
        return Files.readString(Objects.requireNonNull(made.revision()).path());
    }
}
