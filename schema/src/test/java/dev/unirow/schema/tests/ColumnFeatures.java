package dev.unirow.schema.tests;

import static dev.unirow.schema.tests.Feature.column;
import static dev.unirow.schema.tests.Feature.onColumn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.schema.Check;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Schema;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is said of a column: its order, where its value comes from, which ones it may have. */
final class ColumnFeatures {
    private ColumnFeatures() {}

    @Entity(name = "Collated")
    static class CollatedByPostgres {
        @Id
        private Long id;

        @Collate("C")
        private String name;

        @Collate("default")
        private String usual;
    }

    @Entity(name = "Collated")
    static class CollatedByMariaDb {
        @Id
        private Long id;

        @Collate("latin1_Swedish_ci")
        private String name;

        @Collate("utf8mb4_nopad_bin")
        private String usual;
    }

    @Entity(name = "Collated")
    static class CollatedBySqlite {
        @Id
        private Long id;

        @Collate("NoCase")
        private String name;

        @Collate("binary")
        private String usual;
    }

    @Entity(name = "Computed")
    static class Computed {
        @Id
        private Long id;

        private Integer number;

        private String name;

        @GeneratedColumn("number * 2 + 1")
        private Integer twice;

        @GeneratedColumn("coalesce(name, 'it''s; -- none')")
        private String shown;
    }

    enum Mood {
        HAPPY,
        SAD
    }

    @Entity(name = "Person")
    static class Person {
        @Id
        private Long id;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        private Mood mood;
    }

    @Entity(name = "Person")
    static class PersonOfMariaDb {
        @Id
        private Long id;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.ENUM)
        private Mood mood;
    }

    private static Class<?> collated(DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> CollatedByPostgres.class;
            case MARIADB -> CollatedByMariaDb.class;
            case SQLITE -> CollatedBySqlite.class;
        };
    }

    private static String collation(DatabaseKind kind, boolean other) {
        return switch (kind) {
            case POSTGRESQL -> other ? "POSIX" : "C";
            case MARIADB -> other ? "utf8mb4_general_ci" : "latin1_swedish_ci";
            case SQLITE -> other ? "rtrim" : "NoCase";
        };
    }

    private static void seeComputed(DatabaseKind kind, Schema live) {
        Generated twice =
                Objects.requireNonNull(column(live, "computed", "twice").generated());
        assertThat(twice.expression()).contains("2");
        assertThat(Objects.requireNonNull(column(live, "computed", "shown").generated())
                        .expression())
                .contains("'it''s; -- none'");
    }

    private static Schema moreMoods(DatabaseKind kind, Schema schema) {
        return switch (kind) {
            case POSTGRESQL ->
                schema.withEnums(List.of(new dev.unirow.schema.EnumType("mood", List.of("HAPPY", "CALM", "SAD"))));
            case MARIADB ->
                onColumn("person", "mood", column -> column.withType("enum ('HAPPY', 'CALM', 'SAD')"))
                        .apply(schema);
            case SQLITE ->
                schema.withTables(schema.tables().stream()
                        .map(table -> table.withChecks(
                                List.of(new Check("ck_person_mood", "mood in ('HAPPY','CALM','SAD')"))))
                        .toList());
        };
    }

    private static void seeMoods(DatabaseKind kind, Schema live) {
        String type = column(live, "person", "mood").type();
        switch (kind) {
            case POSTGRESQL -> {
                assertThat(live.enums())
                        .containsExactly(new dev.unirow.schema.EnumType("mood", List.of("HAPPY", "SAD")));
                assertThat(type).isEqualTo("mood");
            }
            case MARIADB -> assertThat(type).isEqualTo("enum('HAPPY','SAD')");
            case SQLITE -> {
                assertThat(type).isEqualTo("varchar(255)");
                assertThat(live.table("person").orElseThrow().checks())
                        .extracting(Check::name)
                        .containsExactly("ck_person_mood");
            }
        }
    }

    @Entity(name = "NullByDefault")
    static class NullByDefault {
        @Id
        private Long id;

        @ColumnDefault("null")
        private String name;

        @ColumnDefault("(NULL)")
        private Integer grade;
    }

    static List<Feature> all() {
        return List.of(
                Feature.of("default null", NullByDefault.class)
                        .changed(onColumn("null_by_default", "grade", column -> column.withDefault("7"))),
                Feature.of("collation", ColumnFeatures::collated)
                        .seenOn((kind, live) -> assertThat(
                                        column(live, "collated", "name").collation())
                                .isEqualTo(collation(kind, false)))
                        .changedOn((kind, schema) -> onColumn(
                                        "collated", "name", column -> column.withCollation(collation(kind, true)))
                                .apply(schema)),
                Feature.of("collation, gone", ColumnFeatures::collated)
                        .changed(onColumn("collated", "name", column -> column.withCollation(null))),
                Feature.of("generated column", Computed.class)
                        .seenOn(ColumnFeatures::seeComputed)
                        .changed(onColumn(
                                "computed",
                                "twice",
                                column -> column.withGenerated(new Generated(
                                        "number * 3",
                                        Objects.requireNonNull(column.generated())
                                                .stored())))),
                Feature.of("generated column, virtual", Computed.class)
                        .changed(onColumn(
                                        "computed",
                                        "twice",
                                        column -> column.withGenerated(new Generated("number + 1", false)))
                                .andThen(onColumn(
                                        "computed",
                                        "shown",
                                        column -> column.withGenerated(new Generated("upper(name)", true))))::apply),
                Feature.of("generated column, gone", Computed.class)
                        .changed(onColumn("computed", "twice", column -> column.withGenerated(null))),
                Feature.of("native enum", kind -> kind == DatabaseKind.MARIADB ? PersonOfMariaDb.class : Person.class)
                        .seenOn(ColumnFeatures::seeMoods)
                        .changedOn(ColumnFeatures::moreMoods));
    }
}
