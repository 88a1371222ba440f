package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.Naming;
import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What PostgreSQL calls schemas are databases to MariaDB. */
@Tag("slow")
class MariaDbDatabasesTest {
    private static final String OTHER = "unirow other.database";

    private final JdbcRunner database = JdbcRunner.mariaDb();

    @Entity(name = "Owner")
    static class Owner {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @ManyToOne
        private Archived archived;
    }

    @Entity(name = "Stray")
    @jakarta.persistence.Table(catalog = OTHER)
    static class Stray {
        @Id
        private Long id;

        @ManyToOne
        private Plain plain;
    }

    @Entity(name = "Plain")
    static class Plain {
        @Id
        private Long id;
    }

    @Entity(name = "Archived")
    @jakarta.persistence.Table(catalog = OTHER)
    static class Archived {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "number")
        @SequenceGenerator(name = "number", sequenceName = "number", catalog = OTHER, allocationSize = 5)
        private Long id;

        @org.hibernate.annotations.Check(constraints = "mod(grade, 2) = 0")
        private Integer grade;

        @ManyToOne
        private Archived before;
    }

    @Entity(name = "InSchema")
    @jakarta.persistence.Table(schema = "other")
    static class InSchema {
        @Id
        private Long id;
    }

    @BeforeEach
    void dropOther() {
        database.run("drop table if exists owner");
        database.run("drop database if exists \"" + OTHER + "\"");
    }

    @AfterEach
    void close() {
        dropOther();
        database.close();
    }

    private Schema live() {
        return Schemas.live(DatabaseKind.MARIADB, database, List.of(OTHER))
                .await()
                .indefinitely();
    }

    private List<Operation> compare(Schema wanted) {
        return Schemas.compare(DatabaseKind.MARIADB, database, live(), wanted)
                .await()
                .indefinitely();
    }

    private static Schema wanted(Class<?>... models) {
        return Schemas.wanted(Target.mariadb(), Naming.standard(), List.of(models), Map.of());
    }

    @Test
    void whatTwoDatabasesWereMadeOfDiffersInNothing() {
        Schema wanted = wanted(Owner.class, Archived.class);
        Schemas.createAll(DatabaseKind.MARIADB, wanted, Set.of()).forEach(database::run);

        Schema live = live();
        String table = Schemas.qualified(OTHER, "archived");
        assertThat(live.tables()).extracting(Table::name).containsExactly(table, "owner");
        assertThat(live.sequences()).containsExactly(new Sequence(Schemas.qualified(OTHER, "number"), 1, 5));
        assertThat(live.tables())
                .flatExtracting(Table::foreignKeys)
                .extracting(key -> key.referredTable())
                .containsExactly(table, table);
        assertThat(compare(wanted)).isEmpty();
        assertThat(Schemas.live(DatabaseKind.MARIADB, database)
                        .await()
                        .indefinitely()
                        .tables())
                .extracting(Table::name)
                .containsExactly("owner");

        database.migrate(Schemas.dropAll(
                DatabaseKind.MARIADB,
                wanted,
                live.tables().stream().map(Table::name).collect(Collectors.toSet())));
        assertThat(live()).isEqualTo(Schema.empty());
    }

    @Test
    void whatIsReadOfTwoDatabasesIsMadeAnewTheSame() {
        Schemas.createAll(DatabaseKind.MARIADB, wanted(Owner.class, Archived.class), Set.of())
                .forEach(database::run);
        Schema first = live();
        dropOther();

        Schemas.createAll(DatabaseKind.MARIADB, first, Set.of()).forEach(database::run);

        assertThat(live()).isEqualTo(first);
    }

    @Test
    void aTableOfAnotherDatabaseChangesBothWays() {
        Schema wanted = wanted(Owner.class, Archived.class);
        Schemas.createAll(DatabaseKind.MARIADB, wanted, Set.of()).forEach(database::run);
        Schema before = live();
        Table table = wanted.table(Schemas.qualified(OTHER, "archived")).orElseThrow();
        Schema changed = wanted.with(table.withComment("of old")
                        .withColumns(java.util.stream.Stream.concat(
                                        table.columns().stream(),
                                        java.util.stream.Stream.of(Column.of("more", "int", true)))
                                .toList())
                        .withChecks(List.of(new Check("ck_archived_grade", "mod(grade, 3) = 0")))
                        .withForeignKeys(List.of()))
                .withSequences(List.of());

        List<Operation> operations = compare(changed);
        Schemas.render(DatabaseKind.MARIADB, before, operations).forEach(database::run);
        assertThat(compare(changed)).isEmpty();
        Schemas.render(DatabaseKind.MARIADB, live(), Schemas.inverse(operations))
                .forEach(database::run);

        assertThat(live()).isEqualTo(before);
        assertThat(compare(wanted)).isEmpty();
    }

    @Test
    void aDatabaseThatARevisionMadeStaysWithWhatElseIsInIt() {
        Schema wanted = wanted(Owner.class, Archived.class);
        List<Operation> operations = Schemas.diff(DatabaseKind.MARIADB, Schema.empty(), wanted);
        List<String> back = Schemas.renderBack(DatabaseKind.MARIADB, Schema.empty(), operations, Map.of());

        Schemas.render(DatabaseKind.MARIADB, Schema.empty(), operations).forEach(database::run);
        database.run("create table \"" + OTHER + "\".kept (n int)");
        back.forEach(database::run);

        assertThat(live().tables()).extracting(Table::name).containsExactly(Schemas.qualified(OTHER, "kept"));
    }

    @Test
    void aReferenceBackIntoTheConnectionsOwnDatabaseIsRefused() {
        Schema wanted = wanted(Plain.class, Stray.class);

        assertThatThrownBy(() -> Schemas.createAll(DatabaseKind.MARIADB, wanted, Set.of()))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("Map 'plain' with its catalog, or both tables without.");
    }

    @Test
    void aSchemaIsRefusedForACatalogue() {
        assertThatThrownBy(() -> wanted(InSchema.class))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("'in_schema' is mapped to a schema of its own, which mariadb does not have:"
                        + " write 'catalog' in its place.");
    }
}
