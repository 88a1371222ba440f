package dev.unirow.schema.tests;

import static dev.unirow.schema.tests.Feature.onColumn;
import static dev.unirow.schema.tests.Feature.onTable;
import static dev.unirow.schema.tests.Feature.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.schema.DatabaseKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is said of a table as a whole. */
final class TableFeatures {
    private static final String TEXT = "it's \\ 100% of a \"table\"; -- no /* comment */ `in` it\n? :x $1";

    private TableFeatures() {}

    @Entity(name = "Commented")
    @Comment(TEXT)
    static class Commented {
        @Id
        @Comment(TEXT)
        private Long id;

        @Comment("plain")
        private String name;

        @JdbcTypeCode(SqlTypes.JSON)
        private List<String> tags;
    }

    @Entity(name = "Kept")
    @Table(options = "engine = Aria, row_format = dynamic collate latin1_swedish_ci")
    static class KeptByMariaDb {
        @Id
        private Long id;

        private String name;
    }

    @Entity(name = "Kept")
    @Table(options = "without rowid")
    static class KeptBySqlite {
        @Id
        @Column(columnDefinition = "integer")
        private Long id;

        @Column(columnDefinition = "text")
        private String name;
    }

    static List<Feature> all() {
        return List.of(
                Feature.of("comment of a table", Commented.class)
                        .unknownOn(DatabaseKind.SQLITE)
                        .seen(live ->
                                assertThat(table(live, "commented").comment()).isEqualTo(TEXT))
                        .changed(onTable("commented", table -> table.withComment("other's"))),
                Feature.of("comment of a table, gone", Commented.class)
                        .unknownOn(DatabaseKind.SQLITE)
                        .changed(onTable("commented", table -> table.withComment(null))),
                Feature.of("comment of a column", Commented.class)
                        .unknownOn(DatabaseKind.SQLITE)
                        .seen(live -> assertThat(
                                        Feature.column(live, "commented", "id").comment())
                                .isEqualTo(TEXT))
                        .changed(schema -> onColumn("commented", "id", column -> column.withComment(null))
                                .andThen(onColumn("commented", "tags", column -> column.withComment("it's; new \\")))
                                .apply(schema)),
                Feature.of(
                                "options of a table",
                                kind -> kind == DatabaseKind.SQLITE ? KeptBySqlite.class : KeptByMariaDb.class)
                        .refusedOn(DatabaseKind.POSTGRESQL, "not supported on postgresql")
                        .seenOn((kind, live) -> assertThat(table(live, "kept").options())
                                .containsAll(
                                        kind == DatabaseKind.SQLITE
                                                ? List.of("without rowid")
                                                : List.of("engine=Aria", "collate=latin1_swedish_ci")))
                        .changedOn((kind, schema) -> onTable(
                                        "kept",
                                        table -> kind == DatabaseKind.SQLITE
                                                ? table.withOptions(List.of("strict"))
                                                : table.withOptions(List.of("collate=utf8mb4_bin", "engine=InnoDB")))
                                .apply(schema)));
    }
}
