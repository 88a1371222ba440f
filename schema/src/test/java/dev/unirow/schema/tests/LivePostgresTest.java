package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnAspect;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.engine.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
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
        database.run("create table t (id integer, a text)");
        database.run("create index t_pattern on t (a text_pattern_ops)");
        database.run("create index t_with on t (a) include (id)");
        database.run("alter table t add exclude (id with =)");
        database.run("create view v as select id from t");
        database.run("create materialized view m as select id from t");
        database.run("create table part (id integer) partition by range (id)");
        database.run("create table part_1 partition of part for values from (1) to (2)");
        database.run("create table child (b integer) inherits (t)");

        Schema live = live();
        assertThat(live.views()).containsExactly("m", "v");
        assertThat(live.tables()).extracting(Table::name).containsExactly("child", "part", "t");
        assertThat(live.tables())
                .extracting(Table::extras)
                .containsExactly(
                        List.of("inheritance"),
                        List.of("partitions"),
                        List.of("exclusion constraint 't_id_excl'", "index 't_pattern'", "index 't_with'"));
        Table table = live.table("t").orElseThrow();
        assertThat(Schemas.diff(DatabaseKind.POSTGRESQL, live, live.with(Table.of("t", table.columns(), null))))
                .isEmpty();
    }

    @Test
    void anEnumTypeGrowsAndShrinksAndItsRowsStay() {
        database.run("create type mood as enum ('a', 'b')");
        database.run("create table t (m mood default 'a', many mood[])");
        database.run("insert into t values ('b', '{a,b}')");
        Schema before = live();
        Schema wanted = before.withEnums(List.of(new EnumType("mood", List.of("z", "a", "y", "b", "x"))));

        List<Operation> operations = Schemas.diff(DatabaseKind.POSTGRESQL, before, wanted);
        Schemas.render(DatabaseKind.POSTGRESQL, before, operations).forEach(database::run);
        assertThat(live()).isEqualTo(wanted).isEqualTo(Schemas.apply(DatabaseKind.POSTGRESQL, before, operations));
        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, wanted, Schemas.inverse(operations)));

        assertThat(live()).isEqualTo(before);
        assertThat(database.select("select m::text, many::text from t", List.of())
                        .await()
                        .indefinitely())
                .hasToString("[{m=b, many={a,b}}]");
    }

    @Test
    void aValueIsAddedToAnEnumTypeAndUsedInOneTransaction() {
        database.run("create type mood as enum ('sad', 'ok')");
        database.run("create table t (m mood default 'ok', many mood[], constraint ck_m check (m <> 'sad'))");
        database.run("create index ix_m on t (m) where m = 'ok'");
        database.run("insert into t values ('ok', '{sad,ok}')");
        Schema before = live();
        Table t = before.table("t").orElseThrow();
        Index index = t.indexes().get(0);
        Schema wanted = before.withEnums(List.of(new EnumType("mood", List.of("sad", "meh", "ok"))))
                .with(t.withColumns(List.of(
                                t.columns().get(0).withDefault("'meh'::mood"),
                                t.columns().get(1)))
                        .withIndexes(List.of(index, index.withName("ix_meh").withWhere("(m = 'meh'::mood)"))));
        List<Operation> operations = Schemas.diff(DatabaseKind.POSTGRESQL, before, wanted);

        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, before, operations));

        assertThat(live()).isEqualTo(wanted);
        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, wanted, Schemas.inverse(operations)));
        assertThat(live()).isEqualTo(before);
        assertThat(database.select("select m::text, many::text from t", List.of())
                        .await()
                        .indefinitely())
                .hasToString("[{m=ok, many={sad,ok}}]");
    }

    @Test
    void furtherSchemasAreReadWithTheReferencesBetweenThem() {
        database.run("create schema audit");
        database.run("create type audit.level as enum ('low')");
        database.run("create table t (id integer primary key)");
        database.run("create table audit.\"a.b\" (t integer references t on update cascade deferrable, l audit.level)");
        database.run("create index ix_some on audit.\"a.b\" (t desc nulls last) where t > 1");
        database.run("create sequence audit.s");

        Schema live = Schemas.live(DatabaseKind.POSTGRESQL, database, List.of("audit"))
                .await()
                .indefinitely();

        assertThat(live.tables()).extracting(Table::name).containsExactly("audit.\"a.b\"", "t");
        database.run("drop schema audit cascade");
        database.run("drop table t");
        Schemas.createAll(DatabaseKind.POSTGRESQL, live, Set.of()).forEach(database::run);
        assertThat(Schemas.live(DatabaseKind.POSTGRESQL, database, List.of("audit"))
                        .await()
                        .indefinitely())
                .isEqualTo(live);
    }

    @Test
    void operationsBringTheSchemasThatAreNotThereYet() {
        Schema wanted = new Schema(
                List.of(Table.of("audit.entry", List.of(Column.of("l", "\"a b\".level", true)), null)),
                List.of(new Sequence("audit.s", 1, 1)),
                List.of(),
                List.of(new EnumType("a b.level", List.of("low"))));
        List<Operation> operations = Schemas.diff(DatabaseKind.POSTGRESQL, Schema.empty(), wanted);

        List<String> statements = Schemas.render(DatabaseKind.POSTGRESQL, Schema.empty(), operations);

        assertThat(statements).startsWith("create schema if not exists \"a b\"", "create schema if not exists audit");
        statements.forEach(database::run);
        Schema live = Schemas.live(DatabaseKind.POSTGRESQL, database, List.of("audit", "a b"))
                .await()
                .indefinitely();
        assertThat(live).isEqualTo(wanted);
        assertThat(Schemas.render(
                        DatabaseKind.POSTGRESQL,
                        live,
                        List.of(new TableOperation.CreateTable(
                                Table.of("audit.other", List.of(Column.of("n", "integer", true)), null)))))
                .singleElement()
                .asString()
                .startsWith("create table audit.other");

        database.run("create table \"a b\".kept (n integer)");
        database.migrate(Schemas.renderBack(DatabaseKind.POSTGRESQL, Schema.empty(), operations, Map.of()));

        assertThat(schemas()).containsExactly("a b", "public");
        assertThat(Schemas.live(DatabaseKind.POSTGRESQL, database, List.of("a b"))
                        .await()
                        .indefinitely()
                        .tables())
                .extracting(Table::name)
                .containsExactly("a b.kept");
    }

    private List<String> schemas() {
        return database
                .select(
                        "select nspname as n from pg_namespace where nspname !~ '^pg_|^information_schema$' order by 1",
                        List.of())
                .await()
                .indefinitely()
                .stream()
                .map(row -> String.valueOf(row.get("n")))
                .toList();
    }

    @Test
    void tablesOfFurtherSchemasAreComparedAsTheServerWritesThem() {
        database.run("create schema audit");
        database.run("create type audit.level as enum ('low')");
        database.run("create type level as enum ('high')");
        for (String schema : List.of("audit", "public")) {
            database.run("create table %1$s.entry (n integer, m %1$s.level, t varchar(20) default 'x' || 'y', "
                            .formatted(schema)
                    + "constraint ck_entry check (position('x' in t) > 0 and n not in (1, 2)))");
            database.run("create index ix_entry on " + schema + ".entry ((extract(year from date '2020-01-01') + n))"
                    + " where substring(t from 1 for 1) = 'x'");
        }
        Schema live = Schemas.live(DatabaseKind.POSTGRESQL, database, List.of("audit"))
                .await()
                .indefinitely();
        Schema wanted = live.withTables(live.tables().stream()
                .map(table -> table.withColumns(table.columns().stream()
                                .map(column -> column.name().equals("t")
                                        ? column.withType("character varying(20)")
                                                .withDefault("cast('x' as varchar) || 'y'")
                                        : column)
                                .toList())
                        .withChecks(List.of(new Check("ck_entry", "position('x' in t) > 0 and n not in (1, 2)")))
                        .withIndexes(table.indexes().stream()
                                .map(index -> new Index(
                                        index.name(),
                                        List.of(IndexColumn.expression("extract(year from date '2020-01-01') + n")),
                                        false,
                                        "substring(t from 1 for 1) = 'x'",
                                        null))
                                .toList()))
                .toList());

        List<Operation> operations = Schemas.compare(DatabaseKind.POSTGRESQL, database, live, wanted)
                .await()
                .indefinitely();

        assertThat(Schemas.diff(DatabaseKind.POSTGRESQL, live, wanted))
                .extracting(Operation::table)
                .contains("audit.entry", "entry");
        assertThat(operations).isEmpty();
        assertThat(Schemas.live(DatabaseKind.POSTGRESQL, database, List.of("audit"))
                        .await()
                        .indefinitely())
                .isEqualTo(live);
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
    void aSerialColumnLosesItsIdentityAsAnyOther() {
        database.run("create table t (id bigserial primary key, n bigint generated always as identity)");
        Schema before = live();
        Table table = before.table("t").orElseThrow();
        Schema wanted = before.with(table.withColumns(table.columns().stream()
                .map(column -> column.withIdentity(false))
                .toList()));

        List<Operation> operations = Schemas.diff(DatabaseKind.POSTGRESQL, before, wanted);
        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, before, operations));
        assertThat(live()).isEqualTo(wanted);
        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, wanted, Schemas.inverse(operations)));
        assertThat(live()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial", "integer generated by default as identity"})
    void theNumbersOfAKeyBecomeAsWideAsItsColumn(String key) {
        database.run("create table \"T\" (\"Id\" " + key + " primary key)");
        Schema before = live();
        Table table = before.table("T").orElseThrow();
        Schema wanted = before.with(table.withColumns(List.of(new Column("Id", "bigint", false, null, true))));
        String sequence = "pg_get_serial_sequence('\"T\"', 'Id')";

        List<Operation> operations = Schemas.diff(DatabaseKind.POSTGRESQL, before, wanted);
        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, before, operations));
        database.select("select setval(" + sequence + ", 2147483647)", List.of())
                .await()
                .indefinitely();
        database.run("insert into \"T\" default values");

        assertThat(database.value("select \"Id\" from \"T\"")).isEqualTo(2147483648L);
        database.run("delete from \"T\"");
        database.select("select setval(" + sequence + ", 7)", List.of()).await().indefinitely();
        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, wanted, Schemas.inverse(operations)));
        assertThat(live()).isEqualTo(before);
        assertThat(database.value(
                        "select seqtypid::regtype::text from pg_sequence where seqrelid = " + sequence + "::regclass"))
                .isEqualTo("integer");
    }

    @Test
    void anIdentityThatRefusesValuesIsToldAndChanged() {
        database.run("create table t (id bigint generated always as identity primary key)");
        Schema always = live();
        Schema wanted = Schema.of(List.of(Table.of(
                "t", List.of(new Column("id", "bigint", false, null, true)), new PrimaryKey("t_pkey", List.of("id")))));

        assertThat(always.table("t").orElseThrow().columns().get(0).identityAlways())
                .isTrue();
        assertThat(Schemas.diff(DatabaseKind.POSTGRESQL, always, wanted)).isEmpty();
        List<Operation> operations = Schemas.diff(DatabaseKind.POSTGRESQL, wanted, always);
        database.run("insert into t default values");
        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, always, Schemas.inverse(operations)));
        assertThat(live()).isEqualTo(wanted);
        database.run("insert into t values (7)");
        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, wanted, operations));
        assertThat(live()).isEqualTo(always);
        assertThatThrownBy(() -> database.run("insert into t values (8)")).hasMessageContaining("GENERATED ALWAYS");
    }

    @Test
    void aTextThatIsTooLongIsAnErrorAndNeverCut() {
        database.run("create table t (n bigint)");
        database.run("insert into t values (123456)");
        Column old = Column.of("n", "bigint", true);

        assertThatThrownBy(() -> Schemas.render(
                                DatabaseKind.POSTGRESQL,
                                live(),
                                List.of(new ColumnOperation.AlterColumn(
                                        "t", old, old.withType("varchar(3)"), ColumnAspect.TYPE)))
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
        assertThat(live()).isEqualTo(wanted).isEqualTo(Schemas.apply(DatabaseKind.POSTGRESQL, before, operations));
        database.migrate(Schemas.render(DatabaseKind.POSTGRESQL, live(), Schemas.inverse(operations)));
        assertThat(live()).isEqualTo(before);
    }

    private List<Operation> compare(Schema wanted) {
        return Schemas.compare(DatabaseKind.POSTGRESQL, database, live(), wanted)
                .await()
                .indefinitely();
    }

    private void migrate(List<Operation> operations) {
        Schemas.render(DatabaseKind.POSTGRESQL, live(), operations).forEach(database::run);
    }

    private static Schema table(Column... columns) {
        return Schema.of(List.of(Table.of("t", List.of(columns), null)));
    }

    @Test
    void columnsOfATableThatChangeAreWrittenInOneStatement() {
        database.run("create table t (n integer, a varchar(20), d integer default 5)");
        database.run("insert into t values (1, 'x', 7)");
        Schema before = live();
        Schema after = table(
                Column.of("n", "bigint", false).withDefault("1"),
                Column.of("a", "varchar(30)", false),
                Column.of("d", "text", true));
        List<Operation> operations = compare(after);
        List<Operation> back = Schemas.inverse(operations);

        assertThat(Schemas.render(DatabaseKind.POSTGRESQL, before, operations))
                .containsExactly("alter table t alter column n type bigint, alter column n set default 1,"
                        + " alter column n set not null, alter column a type varchar(30), alter column a set not null,"
                        + " alter column d drop default, alter column d type text using d::text");
        migrate(operations);
        assertThat(compare(after)).isEmpty();
        assertThat(Schemas.render(DatabaseKind.POSTGRESQL, live(), back)).hasSize(1);
        migrate(back);
        assertThat(compare(before)).isEmpty();
        assertThat(database.value("select n || a || d from t")).isEqualTo("1x7");
    }

    @ParameterizedTest
    @CsvSource({
        "timestamp(6), 2024-07-01 10:00:00, timestamp(6) with time zone, 2024-07-01 10:00:00+00",
        "date, 2024-07-01, timestamp(6) with time zone, 2024-07-01 00:00:00+00",
        "time(6), 10:00:00, time(6) with time zone, 10:00:00+00"
    })
    void whatIsLocalBecomesAMomentOfUtcWhoeverRunsIt(String from, String value, String to, String moment) {
        database.run("create table t (v " + from + ")");
        database.run("insert into t values ('" + value + "')");
        List<Operation> operations = compare(table(Column.of("v", to, true)));
        database.run("set time zone 'America/New_York'");

        migrate(operations);
        assertThat(database.value("select v = '" + moment + "' from t")).isEqualTo(true);
        migrate(Schemas.inverse(operations));
        assertThat(database.value("select v = '" + value + "' from t")).isEqualTo(true);
    }

    @Test
    void aColumnThatChangesTwiceInOneRespectTakesTwoStatements() {
        database.run("create table t (a text collate \"C\", n integer default 5, id varchar(5) not null)");
        database.run("insert into t values ('x', 7, '3')");
        Schema before = live();
        Schema after = table(
                Column.of("a", "varchar(9)", true).withCollation("POSIX"),
                Column.of("n", "text", true).withDefault("'six'"),
                new Column("id", "integer", false, null, true));
        List<Operation> operations = compare(after);

        migrate(operations);
        assertThat(compare(after)).isEmpty();
        database.run("insert into t (a) values ('y')");
        assertThat(database.value("select n || id from t where a = 'y'")).isEqualTo("six4");
        database.run("delete from t where a = 'y'");
        migrate(Schemas.inverse(operations));
        assertThat(compare(before)).isEmpty();
        assertThat(database.value("select a || n || id from t")).isEqualTo("x73");
    }

    @ParameterizedTest
    @CsvSource({
        "inet, boolean, '127.0.0.1'",
        "oid, uuid, 5",
        "time with time zone, double precision, '12:00+01'",
        "integer[], uuid[], '{1}'",
        "kind, integer, 'CAT'",
        "bytea, jsonb, '\\x01'"
    })
    void aTypeThatNothingIsCastToTakesTheDefaultInThePlaceOfTheValues(String from, String to, String value) {
        database.run("create type kind as enum ('CAT')");
        database.run("create table t (id integer, c " + from + ", d " + from + " not null)");
        database.run("create index i on t (id, c)");
        database.run("insert into t values (1, '" + value + "', '" + value + "')");
        Schema before = live();
        Table table = before.table("t").orElseThrow();
        Schema after = before.with(table.withColumns(List.of(
                Column.of("id", "integer", true),
                Column.of("c", to, true),
                Column.of("d", to, false)
                        .withDefault(
                                switch (to) {
                                    case "boolean" -> "true";
                                    case "uuid" -> "'6ccd780c-baba-1026-9564-5b8c656024db'";
                                    case "uuid[]", "jsonb" -> "'{}'";
                                    default -> "8";
                                }))));
        List<Operation> operations = compare(after);

        assertThat(operations.stream().filter(Operation::destructive)).hasSize(2);
        migrate(operations);
        assertThat(compare(after)).isEmpty();
        assertThat(database.value("select count(*) from t where c is null and d is not null"))
                .isEqualTo(1L);
        database.run("delete from t");
        migrate(Schemas.inverse(operations));
        assertThat(compare(before)).isEmpty();
    }

    /** Version 18 casts whole numbers to bytes, which a revision for earlier ones cannot rely on. */
    @Test
    void whatIsKnownOfCastsIsWhatTheServerSays() {
        List<String> types = List.of(
                "smallint",
                "integer",
                "numeric",
                "real",
                "money",
                "oid",
                "boolean",
                "bit(4)",
                "bit varying",
                "date",
                "timestamp",
                "timestamp with time zone",
                "time",
                "time with time zone",
                "interval",
                "json",
                "jsonb",
                "inet",
                "cidr",
                "macaddr",
                "macaddr8",
                "uuid",
                "bytea",
                "xml",
                "text",
                "integer[]",
                "uuid[]");
        List<String> wrong = new ArrayList<>();
        for (String from : types) {
            for (String to : types) {
                Schema before = table(Column.of("c", from, true));
                String statements = String.join(
                        ";",
                        Schemas.render(
                                DatabaseKind.POSTGRESQL,
                                before,
                                Schemas.diff(DatabaseKind.POSTGRESQL, before, table(Column.of("c", to, true)))));
                boolean isCast = from.equals(to) || statements.contains(" using lo_") || isCast(from, to);
                boolean isOfVersion18 =
                        List.of(from, to).contains("bytea") && (types.indexOf(from) < 2 || types.indexOf(to) < 2);
                if (isCast == statements.contains("using null") && !isOfVersion18) {
                    wrong.add(from + " to " + to + ": " + statements);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private boolean isCast(String from, String to) {
        try {
            database.run("select cast(cast(null as " + from + ") as " + to + ")");
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Test
    void aColumnThatBecameComputedComesBackAsItWas() {
        database.run("create table t (n integer, total varchar(9) default '0' not null)");
        database.run("comment on column t.total is 'as it was'");
        Schema before = live();
        Schema after = table(
                Column.of("n", "integer", true),
                Column.of("total", "bigint", true).withGenerated(new Generated("n * 2", true)));
        List<Operation> operations = compare(after);

        migrate(operations);
        assertThat(compare(after)).isEmpty();
        database.run("insert into t (n) values (4)");
        migrate(Schemas.inverse(operations));

        assertThat(compare(before)).isEmpty();
        assertThat(database.value("select total from t")).isEqualTo("8");
    }
}
