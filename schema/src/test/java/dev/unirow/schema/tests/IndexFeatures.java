package dev.unirow.schema.tests;

import static dev.unirow.schema.tests.Feature.onTable;
import static dev.unirow.schema.tests.Feature.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Naming;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.NullsOrder;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Unique;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an index can be. */
final class IndexFeatures {
    private static final String BARE =
            "'lower(name)', which is not the name of a column. If it is an expression, put it into parentheses:"
                    + " @Index(columnList = \"(lower(name))\").";

    private IndexFeatures() {}

    @Entity(name = "Some")
    @Table(
            indexes =
                    @Index(name = "ix_some", columnList = "grade", options = "where grade > 1 and name <> 'it''s; --'"))
    static class Some {
        @Id
        private Long id;

        private Integer grade;
        private String name;
    }

    @Entity(name = "SomeOnce")
    @Table(indexes = @Index(name = "ix_some_once", columnList = "name", unique = true, options = "where grade is null"))
    static class SomeOnce {
        @Id
        private Long id;

        private Integer grade;
        private String name;
    }

    @Entity(name = "Folded")
    @Table(indexes = @Index(name = "ix_folded", columnList = "(coalesce(lower(name), 'a, (b') || '%;'''), grade"))
    static class Folded {
        @Id
        private Long id;

        private Integer grade;
        private String name;
    }

    @Entity(name = "Downwards")
    @Table(indexes = @Index(name = "ix_downwards", columnList = "grade desc, name"))
    static class Downwards {
        @Id
        private Long id;

        private Integer grade;
        private String name;
    }

    @Entity(name = "NullsFirst")
    @Table(indexes = @Index(name = "ix_nulls", columnList = "grade nulls first, name desc nulls last"))
    static class NullsFirst {
        @Id
        private Long id;

        private Integer grade;
        private String name;
    }

    @Entity(name = "NullsLast")
    @Table(indexes = @Index(name = "ix_nulls", columnList = "grade nulls last, name desc nulls first"))
    static class NullsLast {
        @Id
        private Long id;

        private Integer grade;
        private String name;
    }

    @Entity(name = "Once")
    @Table(
            indexes = @Index(name = "ix_once", columnList = "grade desc, name", unique = true),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uq_once",
                            columnNames = {"name", "grade"}))
    static class Once {
        @Id
        private Long id;

        private Integer grade;
        private String name;
    }

    private static final String LONG = "a_name_of_a_column_with_so_many_words_that_no_database_lets_it_be_as_it_is";

    @Entity(name = "LongNamed")
    @Table(
            indexes = {@Index(name = "ix_long", columnList = LONG + " desc, id"), @Index(columnList = LONG)},
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uq_long",
                            columnNames = {"id", LONG}),
            check = @CheckConstraint(name = "ck_long", constraint = LONG + " > 0"))
    static class LongNamed {
        @Id
        private Long id;

        @Column(unique = true)
        private Integer a_name_of_a_column_with_so_many_words_that_no_database_lets_it_be_as_it_is;
    }

    @Entity(name = "LongReferring")
    static class LongReferring {
        @Id
        private Long id;

        @ManyToOne
        @JoinColumn(name = "other", referencedColumnName = LONG)
        private LongNamed other;

        @ElementCollection
        @OrderColumn
        private List<String> a_list_with_so_many_words_in_its_name_that_its_order_has_no_room_for_all;
    }

    @Entity(name = "LongPartial")
    @Table(
            indexes =
                    @Index(
                            name = "ix_partial",
                            columnList = "(" + LONG + " + 1), id",
                            options = "where " + LONG + " > 1"))
    static class LongPartial {
        @Id
        private Long id;

        private Integer a_name_of_a_column_with_so_many_words_that_no_database_lets_it_be_as_it_is;
    }

    @Entity(name = "Bare")
    @Table(indexes = @Index(name = "ix_bare", columnList = "lower(name), id"))
    static class Bare {
        @Id
        private Long id;

        private String name;
    }

    private static dev.unirow.schema.Index only(Schema schema, String table) {
        assertThat(table(schema, table).indexes()).hasSize(1);
        return table(schema, table).indexes().get(0);
    }

    private static UnaryOperator<Schema> index(String table, UnaryOperator<dev.unirow.schema.Index> change) {
        return onTable(
                table,
                found -> found.withIndexes(found.indexes().stream().map(change).toList()));
    }

    private static dev.unirow.schema.Index of(
            dev.unirow.schema.Index index, List<IndexColumn> columns, boolean unique, String where) {
        return new dev.unirow.schema.Index(index.name(), columns, unique, where, null);
    }

    static List<Feature> all() {
        return List.of(
                Feature.of("partial index", Some.class)
                        .refusedOn(DatabaseKind.MARIADB, "over some rows, which MariaDB cannot do")
                        .seen(live -> assertThat(only(live, "some").where()).contains("'it''s; --'"))
                        .changed(index("some", index -> of(index, index.columns(), false, "grade > 2"))),
                Feature.of("partial unique index", SomeOnce.class)
                        .refusedOn(DatabaseKind.MARIADB, "over some rows, which MariaDB cannot do")
                        .seen(live -> assertThat(only(live, "some_once")).satisfies(index -> {
                            assertThat(index.unique()).isTrue();
                            assertThat(index.where()).isNotNull();
                        }))
                        .changed(index("some_once", index -> of(index, index.columns(), false, "grade is null"))),
                Feature.of("functional index", Folded.class)
                        .refusedOn(DatabaseKind.MARIADB, "over an expression, which MariaDB cannot do")
                        .seen(live -> assertThat(
                                        only(live, "folded").columns().get(0).expression())
                                .contains("lower", "'%;'''"))
                        .changed(index(
                                "folded",
                                index -> of(
                                        index,
                                        List.of(IndexColumn.expression("upper(name)"), new IndexColumn("grade", true)),
                                        true,
                                        null))),
                Feature.of("descending index", Downwards.class)
                        .seen(live -> assertThat(only(live, "downwards").columns())
                                .extracting(IndexColumn::descending)
                                .containsExactly(true, false))
                        .changed(index(
                                "downwards",
                                index -> of(
                                        index,
                                        List.of(new IndexColumn("grade", false), new IndexColumn("name", true)),
                                        false,
                                        null))),
                Feature.of("long name", LongNamed.class, LongReferring.class)
                        .seen(live -> assertThat(table(live, "long_named").indexes())
                                .hasSize(2)
                                .allSatisfy(index -> assertThat(
                                                index.columns().get(0).name())
                                        .isEqualTo(Naming.standard().fit(LONG)))),
                Feature.of("long name in an index's expressions", LongPartial.class)
                        .refusedOn(DatabaseKind.MARIADB, "over some rows, which MariaDB cannot do")
                        .seen(live -> assertThat(only(live, "long_partial").where())
                                .contains(Naming.standard().fit(LONG))),
                Feature.of("expression without parentheses", Bare.class)
                        .refusedOn(DatabaseKind.MARIADB, BARE)
                        .refusedOn(DatabaseKind.POSTGRESQL, BARE)
                        .refusedOn(DatabaseKind.SQLITE, BARE),
                Feature.of("nulls first", NullsFirst.class)
                        .seenOn((kind, live) -> {
                            boolean told = kind == DatabaseKind.POSTGRESQL;
                            assertThat(only(live, "nulls_first").columns())
                                    .extracting(IndexColumn::nulls)
                                    .containsExactly(told ? NullsOrder.FIRST : null, told ? NullsOrder.LAST : null);
                        })
                        .changed(index(
                                "nulls_first",
                                index -> of(index, List.of(new IndexColumn("grade", true)), false, null))),
                Feature.of("nulls last", NullsLast.class)
                        .refusedOn(DatabaseKind.SQLITE, "has nulls where sqlite does not put them")
                        .refusedOn(DatabaseKind.MARIADB, "has nulls where mariadb does not put them")
                        .seen(live -> assertThat(only(live, "nulls_last").columns())
                                .extracting(IndexColumn::nulls)
                                .containsOnlyNulls()),
                Feature.of("unique index", Once.class)
                        .seen(live -> assertThat(only(live, "once").unique()).isTrue())
                        .changed(index("once", index -> of(index, index.columns(), false, null))),
                Feature.of("unique constraint", Once.class)
                        .seen(live -> assertThat(table(live, "once").uniques())
                                .containsExactly(new Unique("uq_once", List.of("name", "grade"))))
                        .changed(onTable(
                                "once", table -> table.withUniques(List.of(new Unique("uq_once", List.of("name")))))));
    }
}
