package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.Naming;
import dev.unirow.schema.Deferrability;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WantedTest {
    @Entity(name = "ProductCategory")
    static class ProductCategory {
        @Id
        private Long id;

        @Column(unique = true)
        private String longName;

        @ManyToOne
        private ProductCategory parent;

        @Embedded
        private Place home;

        @Embedded
        private Place work;
    }

    @Embeddable
    static class Place {
        private String zipCode;
    }

    @Entity(name = "InSchema")
    @jakarta.persistence.Table(schema = "other")
    static class InSchema {
        @Id
        private Long id;
    }

    @Entity(name = "Defined")
    static class Defined {
        @Id
        private Long id;

        @Column(columnDefinition = "integer default 7")
        private int number;
    }

    @Entity(name = "Featured")
    @org.hibernate.annotations.Comment("all of it")
    @jakarta.persistence.Table(
            indexes = {
                @jakarta.persistence.Index(name = "ix_lower", columnList = "(lower(name)), other desc"),
                @jakarta.persistence.Index(name = "ix_some", columnList = "other", options = "where other > 1"),
                @jakarta.persistence.Index(
                        name = "ix_one",
                        columnList = "name",
                        unique = true,
                        options = "where other is null")
            })
    static class Featured {
        @Id
        private Long id;

        @org.hibernate.annotations.Collate("C")
        @org.hibernate.annotations.Comment("whose")
        private String name;

        private Long other;

        @GeneratedColumn("id + 1")
        private Long next;

        @jakarta.persistence.ManyToOne
        @jakarta.persistence.JoinColumn(
                foreignKey =
                        @jakarta.persistence.ForeignKey(
                                name = "fk_self",
                                foreignKeyDefinition =
                                        "foreign key (parent_id) references featured on delete set null on update cascade deferrable initially deferred"))
        private Featured parent;
    }

    enum Colour {
        RED
    }

    @Entity(name = "Coloured")
    static class Coloured {
        @Id
        private Long id;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        private Colour colour;
    }

    @Entity(name = "Collector")
    static class Collector {
        @Id
        private Long id;

        @jakarta.persistence.ElementCollection
        private java.util.Set<String> prices;

        @jakarta.persistence.ElementCollection
        @Column(name = "prices")
        private java.util.Set<String> labels;

        @jakarta.persistence.ElementCollection
        @Column(name = "prices", unique = true)
        private java.util.List<String> others;

        @jakarta.persistence.ElementCollection
        @Column(name = "price of")
        private java.util.Set<String> kept;

        @jakarta.persistence.ElementCollection
        @Column(name = "price of")
        private java.util.Set<String> sold;
    }

    @Test
    void constraintsOfCollectionsHaveTheNamesOfTheirOwnTables() {
        assertThat(wanted(Collector.class).tables())
                .allSatisfy(table -> assertThat(table.uniques())
                        .allSatisfy(unique -> assertThat(unique.name()).startsWith("uq_" + table.name() + "_")));
        assertThat(wanted(Collector.class).tables().stream()
                        .mapToLong(table -> table.uniques().size())
                        .sum())
                .isEqualTo(5);
    }

    private static Schema wanted(Class<?> entity) {
        return Schemas.wanted(Target.postgresql(), Naming.standard(), List.of(entity), Map.of());
    }

    @Test
    void namesFollowTheConventionAndTheSwitchForThePlural() {
        Schema schema = Schemas.wanted(
                Target.postgresql(), Naming.standard().withPlural(true), List.of(ProductCategory.class), Map.of());

        Table table = schema.table("product_categories").orElseThrow();
        assertThat(table.columns())
                .extracting(dev.unirow.schema.Column::name)
                .containsExactly("id", "long_name", "parent_id", "home_zip_code", "work_zip_code");
        assertThat(table.primaryKey().name()).isEqualTo("pk_product_categories");
        assertThat(table.uniques())
                .extracting(unique -> unique.name())
                .containsExactly("uq_product_categories_long_name");
        assertThat(table.foreignKeys())
                .extracting(key -> key.name())
                .containsExactly("fk_product_categories_parent_id_product_categories");
    }

    @Test
    void theNamesThatHibernateMakesUpAreReplacedUnderAnyStrategy() {
        Schema schema = Schemas.wanted(
                Target.postgresql(),
                Naming.standard(),
                List.of(Shop.User.class),
                Map.of("hibernate.implicit_naming_strategy", "jpa"));

        Table table = schema.table("User").orElseThrow();
        assertThat(table.uniques()).extracting(unique -> unique.name()).containsExactly("uq_User_email");
        assertThat(table.foreignKeys()).extracting(key -> key.name()).containsExactly("fk_User_manager_id_User");
    }

    @Test
    void whatAMappingSaysOfColumnsIndexesAndReferencesIsWanted() {
        Table table = wanted(Featured.class).table("featured").orElseThrow();

        assertThat(table.comment()).isEqualTo("all of it");
        assertThat(table.column("name").orElseThrow())
                .isEqualTo(new dev.unirow.schema.Column("name", "varchar(255)", true, null, false, null, "C", "whose"));
        assertThat(table.column("next").orElseThrow().generated()).isEqualTo(new Generated("id + 1", true));
        assertThat(table.indexes())
                .containsExactly(
                        new Index(
                                "ix_lower",
                                List.of(IndexColumn.expression("lower(name)"), new IndexColumn("other", true)),
                                false),
                        new Index("ix_one", List.of(new IndexColumn("name", false)), true, "other is null", null),
                        new Index("ix_some", List.of(new IndexColumn("other", false)), false, "other > 1", null));
        assertThat(table.foreignKeys())
                .containsExactly(new ForeignKey(
                        "fk_self",
                        List.of("parent_id"),
                        "featured",
                        List.of("id"),
                        ReferentialAction.SET_NULL,
                        ReferentialAction.CASCADE,
                        Deferrability.INITIALLY_DEFERRED));
    }

    @Test
    void aSchemaOfItsOwnAndAnEnumTypeAreWanted() {
        assertThat(wanted(InSchema.class).table("other.in_schema")).isPresent();
        Schema coloured = wanted(Coloured.class);
        assertThat(coloured.enums()).containsExactly(new EnumType("colour", List.of("RED")));
        assertThat(coloured.table("coloured")
                        .orElseThrow()
                        .column("colour")
                        .orElseThrow()
                        .type())
                .isEqualTo("colour");
    }

    @Test
    @Tag("slow")
    void whatTheMappingSaysIsWhatTheDatabaseHasAfterwards() {
        List<Class<?>> models = List.of(Featured.class, Coloured.class, InSchema.class);
        Schema wanted = Schemas.wanted(Target.postgresql(), Naming.standard(), models, Map.of());
        try (JdbcRunner database = JdbcRunner.postgres()) {
            Schemas.createAll(Target.postgresql().kind(), wanted, Set.of()).forEach(database::run);
            Schema live = Schemas.live(Target.postgresql().kind(), database, List.of("other"))
                    .await()
                    .indefinitely();

            assertThat(Schemas.compare(Target.postgresql().kind(), database, live, wanted)
                            .await()
                            .indefinitely())
                    .isEmpty();
            Schemas.dropAll(
                            Target.postgresql().kind(),
                            wanted,
                            live.tables().stream().map(Table::name).collect(java.util.stream.Collectors.toSet()))
                    .forEach(database::run);
            assertThat(Schemas.live(Target.postgresql().kind(), database, List.of("other"))
                            .await()
                            .indefinitely())
                    .isEqualTo(Schema.empty());
        }
    }

    @Test
    void aSnapshotFromBeforeIsRead() {
        assertThat(Schema.fromJson("""
                {"tables": [{"name": "t", "columns": [{"name": "id", "type": "bigint", "identity": true}],
                    "primaryKey": {"name": "pk_t", "columns": ["id"]},
                    "foreignKeys": [{"name": "fk", "columns": ["id"], "referredTable": "u", "referredColumns": ["id"], "onDelete": "CASCADE"}],
                    "indexes": [{"name": "ix", "columns": [{"name": "id", "descending": true}]}]}],
                 "sequences": [{"name": "s", "start": 1, "increment": 50}]}"""))
                .isEqualTo(new Schema(
                        List.of(Table.of(
                                        "t",
                                        List.of(new dev.unirow.schema.Column("id", "bigint", false, null, true)),
                                        new PrimaryKey("pk_t", List.of("id")))
                                .withForeignKeys(List.of(new ForeignKey(
                                        "fk", List.of("id"), "u", List.of("id"), ReferentialAction.CASCADE)))
                                .withIndexes(List.of(new Index("ix", List.of(new IndexColumn("id", true)), false)))),
                        List.of(new Sequence("s", 1, 50)),
                        List.of()));
    }

    @Test
    void aBoundOfZeroIsNotLostInASnapshot() {
        Schema schema = Schema.empty()
                .withSequences(
                        List.of(new Sequence("s", 0, 1, 0L, 9L, true, 0L), new Sequence("t", -9, 1, -9L, 0L, false)));

        assertThat(Schema.fromJson(schema.toJson())).isEqualTo(schema);
    }

    @Test
    void whatIsNotSupportedIsRefused() {
        assertThatThrownBy(() -> Schemas.wanted(Target.sqlite(), Naming.standard(), List.of(InSchema.class), Map.of()))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "'in_schema' is mapped to a schema of its own, which sqlite does not have: leave it out of the"
                                + " mapping.");
        assertThatThrownBy(() -> Schemas.wanted(Target.mariadb(), Naming.standard(), List.of(Featured.class), Map.of()))
                .isInstanceOf(SchemaException.class)
                .hasMessageEndingWith("which MariaDB cannot do. Index a generated column instead.");
        assertThatThrownBy(() -> wanted(Defined.class))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Column 'defined.number' has more than a type in its column definition 'integer default 7'."
                        + " Use @ColumnDefault, @GeneratedColumn, @Collate, 'nullable = false' and @Check, which can be"
                        + " compared.");
    }

    @Test
    void aTargetIsReadFromText() {
        assertThat(Target.parse("postgresql")).isEqualTo(Target.postgresql());
        assertThat(Target.parse("PostgreSQL 16"))
                .isEqualTo(new Target(Target.postgresql().kind(), 16, 0));
        assertThat(Target.parse("sqlite-3.53"))
                .isEqualTo(new Target(Target.sqlite().kind(), 3, 53));
        assertThatThrownBy(() -> Target.parse("oracle-23"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("No schema support for 'oracle'. Known are 'postgresql', 'sqlite' and 'mariadb'.");
        assertThatThrownBy(() -> Target.parse("16"))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "'16' is not a database and its version. Write 'postgresql', 'postgresql-16' or 'sqlite-3.53'.");
    }
}
