package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Schemas;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LivePostgresTest {
    private final JdbcRunner database = JdbcRunner.postgres();

    @AfterEach
    void close() {
        database.close();
    }

    private Schema live() {
        return Schemas.live(DatabaseKind.POSTGRESQL, database).await().indefinitely();
    }

    @Test
    void aSerialColumnIsAnIdentityAndItsSequenceIsNotListed() {
        database.run("create table t (id bigserial primary key, n integer not null)");
        database.run("create sequence s start with 5 increment by 10");

        assertThat(live())
                .isEqualTo(new Schema(
                        List.of(Table.of(
                                "t",
                                List.of(
                                        new Column("id", "bigint", false, null, true),
                                        Column.of("n", "integer", false)),
                                new PrimaryKey("t_pkey", List.of("id")))),
                        List.of(new Sequence("s", 5, 10)),
                        List.of()));
    }

    @Test
    void onlyTheCurrentSchemaIsRead() {
        database.run("create table t (id integer)");
        database.run("create schema other");
        database.run("create table other.u (id integer)");
        database.run("create temporary table v (id integer)");

        assertThat(live().tables()).extracting(Table::name).containsExactly("t");
        database.run("set search_path to other");
        assertThat(live().tables()).extracting(Table::name).containsExactly("u");
    }

    @Test
    void whatHasNoRecordIsNamedAndLeftAlone() {
        database.run("create table t (id integer, a text, g integer generated always as (id + 1) stored)");
        database.run("create index t_lower on t (lower(a))");
        database.run("create index t_some on t (a) where id > 1");
        database.run("create index t_hash on t using hash (a)");
        database.run("alter table t add exclude (id with =)");
        database.run("create view v as select id from t");
        database.run("create materialized view m as select id from t");
        database.run("create table part (id integer) partition by range (id)");
        database.run("create table part_1 partition of part for values from (1) to (2)");

        Schema live = live();
        assertThat(live.views()).containsExactly("m", "v");
        assertThat(live.tables()).extracting(Table::name).containsExactly("part", "t");
        Table table = live.table("t").orElseThrow();
        assertThat(table.columns()).extracting(Column::name).containsExactly("id", "a");
        assertThat(table.extras())
                .containsExactlyInAnyOrder(
                        "generated column 'g'",
                        "index 't_hash'",
                        "index 't_lower'",
                        "index 't_some'",
                        "exclusion constraint 't_id_excl'");
        assertThat(Schemas.diff(DatabaseKind.POSTGRESQL, live, live.with(Table.of("t", table.columns(), null))))
                .isEmpty();
    }

    @Test
    void anIdentityAddedLaterGoesOnBehindTheRows() {
        database.run("create table t (id bigint primary key)");
        database.run("insert into t values (41)");
        Schema before = live();
        Table table = before.table("t").orElseThrow();
        Schema wanted = before.with(table.withColumns(List.of(new Column("id", "bigint", false, null, true))));

        List<Operation> operations = Schemas.diff(DatabaseKind.POSTGRESQL, before, wanted);
        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, before, operations));
        database.run("insert into t default values");

        assertThat(database.select("select max(id) as id from t", List.of())
                        .await()
                        .indefinitely())
                .hasToString("[{id=42}]");
        assertThat(Schemas.diff(DatabaseKind.POSTGRESQL, live(), wanted)).isEmpty();
        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, live(), Schemas.inverse(operations)));
        assertThat(live()).isEqualTo(before);
    }

    @Test
    void aTextThatIsTooLongIsAnErrorAndNeverCut() {
        database.run("create table t (n bigint)");
        database.run("insert into t values (123456)");
        Column old = Column.of("n", "bigint", true);

        assertThatThrownBy(() -> Schemas.render(
                                DatabaseKind.POSTGRESQL,
                                live(),
                                List.of(new Operation.AlterType("t", old, old.withType("varchar(3)"), true, true)))
                        .forEach(database::run))
                .hasMessageContaining("value too long for type character varying(3)");
    }

    @Test
    void withoutThePrivilegeForTemporaryTablesComparingGoesByTheTexts() {
        database.run("create table t (id integer check (id between 1 and 2))");
        Schema live = live();
        database.run(
                "do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$");
        database.run("drop role if exists plain");
        database.run("create role plain");
        database.run("grant select on t to plain");
        database.run("set role plain");

        assertThat(Schemas.compare(DatabaseKind.POSTGRESQL, database, live, live)
                        .await()
                        .indefinitely())
                .isEmpty();
        assertThat(live()).isEqualTo(live);
        database.run("reset role");
    }

    @Test
    void aSequenceChangesItsStepBothWays() {
        database.run("create sequence s start with 1 increment by 50");
        Schema before = live();
        Schema wanted = new Schema(List.of(), List.of(new Sequence("s", 1, 10), new Sequence("u", 3, 1)), List.of());

        List<Operation> operations = Schemas.diff(DatabaseKind.POSTGRESQL, before, wanted);
        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, before, operations));
        assertThat(live()).isEqualTo(wanted).isEqualTo(Schemas.apply(before, operations));
        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, live(), Schemas.inverse(operations)));
        assertThat(live()).isEqualTo(before);
    }
}
