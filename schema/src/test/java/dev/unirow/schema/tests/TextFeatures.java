package dev.unirow.schema.tests;

import static dev.unirow.schema.tests.Feature.column;
import static dev.unirow.schema.tests.Feature.onColumn;
import static dev.unirow.schema.tests.Feature.onTable;
import static dev.unirow.schema.tests.Feature.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.schema.Check;
import dev.unirow.schema.Schema;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;

/** Texts that a statement could be broken by: in checks, in defaults, in names. */
final class TextFeatures {
    private static final String AWKWARD = "'it''s 100% \"not\" `a`; -- no /* note */ ? :x $1 (, ) \\\\ end'";
    private static final String OTHER = "'; drop table checked; --'";

    private TextFeatures() {}

    @Entity(name = "Checked")
    @org.hibernate.annotations.Check(name = "ck_text", constraints = "name <> " + AWKWARD)
    @org.hibernate.annotations.Check(name = "ck_like", constraints = "name like '%;%' or name not like '\"_''%'")
    @org.hibernate.annotations.Check(name = "ck_backslash", constraints = "\"select\" <> '\\\\'")
    static class Checked {
        @Id
        private Long id;

        private String name;
        private String select;

        @org.hibernate.annotations.Check(constraints = "grade in (1, -2, 3) and grade not between 5 and 7")
        private Integer grade;
    }

    @Entity(name = "Filled")
    static class Filled {
        @Id
        private Long id;

        @ColumnDefault(AWKWARD)
        private String text;

        @ColumnDefault("''")
        private String empty;

        @ColumnDefault("'NULL'")
        private String word;

        @ColumnDefault("-7")
        private Integer negative;

        @ColumnDefault("0")
        private Long zero;

        @Column(precision = 8, scale = 2)
        @ColumnDefault("-1.50")
        private BigDecimal decimal;

        @ColumnDefault("1.5e3")
        private Double real;

        @ColumnDefault("true")
        private Boolean flag;

        @ColumnDefault("current_timestamp")
        private LocalDateTime moment;

        @ColumnDefault("(1 + 2) * 3")
        private Integer computed;

        @ColumnDefault("lower('X;''')")
        private String called;
    }

    @Entity(name = "Select")
    @Table(
            name = "Order By",
            indexes = @Index(columnList = "group, `Mixed Case` desc"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"where", "Mixed Case"}))
    static class Select {
        @Id
        @Column(name = "primary")
        private Long id;

        private Integer group;
        private String where;

        @Column(name = "Mixed Case")
        private String mixed;

        @Column(name = "ümläut")
        private String umlaut;

        @ManyToOne
        private Select table;
    }

    @Entity(name = "ANameThatIsLongEnoughToBeCutByTheConstraintsThatAreNamedAfterIt")
    @Table(
            name = "a_name_that_is_long_enough_to_make_the_names_of_constraints_too",
            indexes = @Index(columnList = "a_property_that_is_long_enough_for_an_index_of_it_to_be_cut_to"))
    static class LongNames {
        @Id
        private Long id;

        @Column(unique = true)
        private String aPropertyThatIsLongEnoughForAnIndexOfItToBeCutTo;

        @ManyToOne
        private LongNames theOneThatThisRefersToAndThatIsWrittenOutForAsLongAsItTakes;

        private String aPropertyWhoseNameGoesOnForLongerThanSixtyThreeBytesOfAnIdentifierCan;
        private String aPropertyWhoseNameGoesOnForLongerThanSixtyThreeBytesOfAnIdentifierCanToo;
    }

    private static Schema otherDefaults(Schema schema) {
        return onColumn("filled", "text", column -> column.withDefault(OTHER))
                .andThen(onColumn("filled", "empty", column -> column.withDefault(null)))
                .andThen(onColumn("filled", "negative", column -> column.withDefault("-8")))
                .andThen(onColumn("filled", "decimal", column -> column.withDefault("2.25")))
                .andThen(onColumn("filled", "flag", column -> column.withDefault("false")))
                .andThen(onColumn("filled", "moment", column -> column.withDefault(null)))
                .andThen(onColumn("filled", "computed", column -> column.withDefault("abs(-4)")))
                .apply(schema);
    }

    static List<Feature> all() {
        return List.of(
                Feature.of("checks with awkward texts", Checked.class)
                        .seen(live -> assertThat(table(live, "checked").checks())
                                .extracting(Check::name)
                                .containsExactly("ck_backslash", "ck_checked_grade", "ck_like", "ck_text"))
                        .changed(onTable(
                                "checked",
                                table -> table.withChecks(List.of(
                                        new Check("ck_text", "name <> " + OTHER),
                                        new Check("ck_more", "grade > 1 or name = '/* -- */'"))))),
                Feature.of("defaults of every kind", Filled.class)
                        .seen(live -> assertThat(table(live, "filled").columns())
                                .filteredOn(column -> !column.name().equals("id"))
                                .allSatisfy(column ->
                                        assertThat(column.defaultValue()).isNotNull()))
                        .changed(TextFeatures::otherDefaults),
                Feature.of("reserved and mixed names", Select.class)
                        .seen(live -> assertThat(column(live, "Order By", "Mixed Case"))
                                .isNotNull())
                        .changed(onTable(
                                "Order By",
                                table -> table.withIndexes(List.of())
                                        .withUniques(List.of())
                                        .withForeignKeys(List.of()))),
                Feature.of("names beyond the limit", LongNames.class)
                        .seen(live -> assertThat(live.tables().get(0).columns()).hasSize(5))
                        .changed(onTable(
                                "a_name_that_is_long_enough_to_make_the_names_of_constraints_too",
                                table -> table.withIndexes(List.of())
                                        .withUniques(List.of())
                                        .withForeignKeys(List.of()))));
    }
}
