package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnAspect;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Table;
import dev.unirow.schema.engine.Schemas;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveSqliteTest {
    private final JdbcRunner database = JdbcRunner.sqlite();

    @AfterEach
    void close() {
        database.close();
    }

    private Schema live() {
        return Schemas.live(DatabaseKind.SQLITE, database).await().indefinitely();
    }

    private static Operation widen(Table table, String column) {
        Column old = table.column(column).orElseThrow();
        return new ColumnOperation.AlterColumn(
                table.name(), old, old.withType("varchar(99)"), ColumnAspect.TYPE, false, true);
    }

    @Test
    void aTableThatSqlmodelMadeIsRead() {
        database.run("CREATE TABLE team (id INTEGER NOT NULL, name VARCHAR NOT NULL, PRIMARY KEY (id))");
        database.run("""
                CREATE TABLE hero (
                    id INTEGER NOT NULL, name VARCHAR NOT NULL, age INTEGER, team_id INTEGER,
                    PRIMARY KEY (id), FOREIGN KEY(team_id) REFERENCES Team (id))""");
        database.run("CREATE UNIQUE INDEX ix_hero_name ON hero (name, age DESC)");

        assertThat(live().table("hero"))
                .contains(Table.of(
                                "hero",
                                List.of(
                                        Column.of("id", "INTEGER", false),
                                        Column.of("name", "VARCHAR", false),
                                        Column.of("age", "INTEGER", true),
                                        Column.of("team_id", "INTEGER", true)),
                                new PrimaryKey("pk_hero", List.of("id")))
                        .withForeignKeys(List.of(new ForeignKey(
                                "fk_hero_team_id_Team",
                                List.of("team_id"),
                                "team",
                                List.of("id"),
                                ReferentialAction.NO_ACTION)))
                        .withIndexes(List.of(new Index(
                                "ix_hero_name",
                                List.of(new IndexColumn("name", false), new IndexColumn("age", true)),
                                true))));
    }

    @Test
    void viewsAndVirtualTablesAreListedAndNoTables() {
        database.run("create table t (id integer primary key)");
        database.run("create view v as select * from t");
        database.run("create virtual table f using fts5(body)");

        assertThat(live().tables()).extracting(Table::name).containsExactly("t");
        assertThat(live().views()).containsExactly("f", "v");
    }

    @Test
    void aColumnAddedByAlterTableIsRead() {
        database.run("create table t (id integer primary key)");
        database.run("alter table t add column n integer not null default 7 constraint n_ok check (n > 0)");

        Table table = live().table("t").orElseThrow();
        assertThat(table.column("n")).contains(new Column("n", "INTEGER", false, "7", false));
        assertThat(table.checks()).extracting(check -> check.name()).containsExactly("n_ok");
    }

    @Test
    void aBatchThatWouldLoseSomethingIsRefused() {
        database.run("create table t (id integer primary key, a varchar(10) unique on conflict ignore)");
        database.run("create view v as select a from \"t\"");
        database.run("create trigger g after insert on t begin select 1; end");
        Table table = live().table("t").orElseThrow();

        assertThatThrownBy(() -> Schemas.render(DatabaseKind.SQLITE, live(), List.of(widen(table, "a"))))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Table 't' must be built anew for this change, which SQLite's ALTER TABLE cannot make, and"
                        + " would lose: on conflict ignore, trigger 'g', view 'v'. Drop that first and"
                        + " make it again afterwards, or write the statements by hand.");
        assertThat(Schemas.render(
                        DatabaseKind.SQLITE,
                        live(),
                        List.of(new ColumnOperation.AddColumn("t", Column.of("c", "integer", true)))))
                .containsExactly("alter table t add column c integer");
    }

    @Test
    void aBatchKeepsTheIdsOfDeletedRowsFromComingAgain() {
        database.run("create table t (id integer primary key autoincrement, a varchar(10))");
        database.run("insert into t (a) values ('x'), ('y'), ('z')");
        database.run("delete from t");
        Table table = live().table("t").orElseThrow();

        database.migrate(Schemas.render(DatabaseKind.SQLITE, live(), List.of(widen(table, "a"))));
        database.run("insert into t (a) values ('new')");

        assertThat(database.select("select id from t", List.of()).await().indefinitely())
                .singleElement()
                .asString()
                .isEqualTo("{id=4}");
    }

    @Test
    void aBatchOfAReferredTableDeletesNoReferringRows() {
        database.run("create table parent (id integer primary key, a varchar(10))");
        database.run("create table child (id integer primary key, p integer references parent on delete cascade)");
        database.run("insert into parent values (1, 'a')");
        database.run("insert into child values (1, 1)");
        Table parent = live().table("parent").orElseThrow();

        database.migrate(Schemas.render(DatabaseKind.SQLITE, live(), List.of(widen(parent, "a"))));

        assertThat(database.counts()).hasToString("{child=1, parent=1}");
        assertThatThrownBy(() -> database.run("insert into child values (2, 9)"))
                .hasMessageContaining("FOREIGN KEY constraint failed");
    }

    @Test
    void whatATableMayHaveIsReadAndSurvivesABatch() {
        database.run("create table p (a text collate nocase, b integer, primary key (a, b)) strict, without rowid");
        database.run("""
                create table t (
                    id integer primary key, a text collate nocase, n integer not null,
                    twice integer generated always as (n * 2) stored, half real as (n / 2.0),
                    constraint fk foreign key (a, n) references p (a, b) on update cascade deferrable initially deferred)""");
        database.run("create unique index some on t (n desc, lower(a)) where n > 0");
        database.run("insert into p values ('x', 1)");
        database.run("insert into t (id, a, n) values (1, 'x', 1)");
        Schema before = live();
        Table table = before.table("t").orElseThrow();

        assertThat(before.table("p").orElseThrow().options()).containsExactly("strict", "without rowid");
        assertThat(table.extras()).isEmpty();
        assertThat(table.columns())
                .extracting(Column::generated)
                .containsExactly(null, null, null, new Generated("n * 2", true), new Generated("n / 2.0", false));
        assertThat(table.column("a").orElseThrow().collation()).isEqualTo("nocase");
        database.migrate(Schemas.render(DatabaseKind.SQLITE, before, List.of(widen(table, "n"))));

        assertThat(Schemas.diff(DatabaseKind.SQLITE, before, live()))
                .singleElement()
                .isInstanceOfSatisfying(
                        ColumnOperation.AlterColumn.class,
                        alter -> assertThat(alter.aspect()).isEqualTo(ColumnAspect.TYPE));
        assertThat(database.select("select twice, half from t", List.of())
                        .await()
                        .indefinitely())
                .hasToString("[{twice=2, half=0.5}]");
    }
}
