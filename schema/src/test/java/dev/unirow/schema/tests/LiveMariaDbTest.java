package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnAspect;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.Unique;
import dev.unirow.schema.engine.Schemas;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class LiveMariaDbTest {
    private final JdbcRunner database = JdbcRunner.mariaDb();

    @AfterEach
    void close() {
        database.close();
    }

    private Schema live() {
        return Schemas.live(DatabaseKind.MARIADB, database).await().indefinitely();
    }

    private List<Operation> compare(Schema live, Schema wanted) {
        return Schemas.compare(DatabaseKind.MARIADB, database, live, wanted)
                .await()
                .indefinitely();
    }

    private static Table table(Column... columns) {
        return Table.of("t", List.of(columns), null);
    }

    private static Table checked(String condition) {
        return table(Column.of("n", "int", true), Column.of("a", "varchar(20)", true), Column.of("d", "date", true))
                .withChecks(List.of(new Check("ck_t_n", condition)));
    }

    private Schema created(Table table) {
        Schema wanted = Schema.of(List.of(table));
        Schemas.createAll(DatabaseKind.MARIADB, wanted, Set.of()).forEach(database::run);
        return wanted;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mod(n, 2) = 0",
                "n div 2 > 1 && n <> 4 || a is null",
                "substring(a from 1 for 2) = 'x' and ! (n = 3)",
                "position('x' in a) > 0",
                "d > date '2020-01-01' - interval 1 day",
                "a like 'x\\\\%' or cast(a as char(2)) = 'it''s' or a = '\\\\'",
                "n = -1 or n = +2 or n = - -3 or n = 1e3",
                "n between 1 and 2 and a not in ('a', 'b') xor n > 5",
                "case n when 1 then true else a regexp '^x' end"
            })
    void aConditionIsComparedAsTheServerWritesIt(String condition) {
        Schema wanted = created(checked(condition));
        Schema live = live();

        assertThat(compare(live, wanted)).isEmpty();
        assertThat(compare(live, live)).isEmpty();
        assertThat(compare(live, Schema.of(List.of(checked("n > 17")))))
                .hasOnlyElementsOfType(ConstraintOperation.class)
                .hasSize(2);
    }

    /** As on a server on Linux they are. */
    @Test
    void tablesWhoseNamesDifferInCaseAloneAreTwo() {
        database.run("create table Item (a int primary key, b int, constraint uq unique (b))");
        database.run("create table item (c int primary key, a int, constraint uq unique (a))");

        Schema live = live();

        assertThat(live.table("Item").orElseThrow().columns())
                .extracting(Column::name)
                .containsExactly("a", "b");
        assertThat(live.table("item").orElseThrow().columns())
                .extracting(Column::name)
                .containsExactly("c", "a");
        assertThat(live.table("item").orElseThrow().uniques())
                .singleElement()
                .satisfies(unique -> assertThat(unique.columns()).containsExactly("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int",
                "bigint",
                "decimal(10,2)",
                "double",
                "bit(1)",
                "varchar(20)",
                "longtext",
                "longblob",
                "enum('a','b')",
                "set('a','b')",
                "date",
                "datetime(6)",
                "timestamp",
                "time(6)",
                "json",
                "uuid"
            })
    void noValueIsMadeUpForARequiredColumnWhateverTheModeOfTheServer(String type) {
        created(table(Column.of("id", "int", false)));
        database.run("insert into t values (1)");
        Schema before = live();
        Column column = Column.of("added", type, false).withComment("it's");
        Schema after = Schema.of(List.of(table(Column.of("id", "int", false), column)));
        List<String> statements = Schemas.render(DatabaseKind.MARIADB, before, compare(before, after));

        for (String mode : List.of("", "STRICT_TRANS_TABLES", "STRICT_ALL_TABLES,NO_ZERO_DATE")) {
            database.run("set sql_mode = 'ANSI_QUOTES," + mode + "'");
            assertThatThrownBy(() -> database.run(statements.get(0))).hasMessageContaining("`t.added` failed for");
            assertThat(live()).isEqualTo(before);
        }

        database.run("delete from t");
        statements.forEach(database::run);
        assertThat(compare(live(), after)).isEmpty();
    }

    @Test
    void textsDifferUntilTheServerHasWrittenThem() {
        Schema wanted = created(checked("mod(n, 2) = 0"));

        assertThat(Schemas.diff(DatabaseKind.MARIADB, live(), wanted)).isNotEmpty();
        assertThat(compare(live(), wanted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "national varchar(10)",
                "dec(5)",
                "int4 unsigned zerofill",
                "year",
                "set('a', 'b;c')",
                "char byte",
                "long varchar",
                "middleint",
                "bool",
                "nchar(3)",
                "enum('not', 'null', 'it''s')"
            })
    void aTypeIsComparedAsTheServerWritesIt(String type) {
        Schema wanted = created(table(Column.of("c", type, true), Column.of("d", "int", true)));

        assertThat(compare(live(), wanted))
                .filteredOn(operation -> !operation.description().contains("collation"))
                .isEmpty();
    }

    @Test
    void defaultsAndComputationsAreComparedAsTheServerWritesThem() {
        Schema wanted = created(table(
                new Column("a", "varchar(20)", true, "concat('x', 1 + 2)", false),
                new Column("w", "timestamp", false, "current_timestamp", false),
                new Column("n", "int", true, "mod(7, 4)", false),
                new Column("q", "varchar(20)", true, "'it''s \\\\ null'", false),
                new Column("e", "enum('it''s', ')')", true, "'it''s'", false),
                Column.of("g", "int", true).withGenerated(new Generated("mod(n, 2)", true)),
                Column.of("v", "varchar(9)", true).withGenerated(new Generated("substring(a from 2)", false))));
        Schema live = live();

        assertThat(compare(live, wanted)).isEmpty();
        assertThat(compare(
                        live,
                        Schema.of(List.of(wanted.tables()
                                .get(0)
                                .withColumns(wanted.tables().get(0).columns().stream()
                                        .map(column -> column.name().equals("g")
                                                ? column.withGenerated(new Generated("mod(n, 3)", true))
                                                : column)
                                        .toList())))))
                .singleElement()
                .isNotNull();
    }

    @Test
    void comparingEndsNoTransactionAndLeavesNoTable() {
        Schema wanted = created(checked("mod(n, 2) = 0"));
        Schema live = live();
        database.run("begin");
        database.run("insert into t (n) values (2)");

        assertThat(compare(live, wanted)).isEmpty();

        database.run("rollback");
        assertThat(database.counts().get("t")).hasToString("0");
        assertThat(database.select("show tables", List.of()).await().indefinitely())
                .hasSize(1);
        database.run("create table unirow_probe (id int)");
        assertThat(compare(live, wanted)).isEmpty();
        assertThat(live().table("unirow_probe")).isPresent();
    }

    @Test
    void whatHasNoRecordIsNamedAndLeftAlone() {
        database.run("create table part (id int) partition by hash (id) partitions 2");
        database.run("create table kept (id int) with system versioning");
        database.run("create table worded (id int, a text, fulltext index ix_words (a)) stats_persistent = 1");

        Schema live = live();

        assertThat(live.tables())
                .extracting(Table::extras)
                .containsExactly(List.of("system versioning"), List.of("partitions"), List.of("index 'ix_words'"));
        assertThat(live.table("worded").orElseThrow().options())
                .contains("engine=InnoDB", "stats_persistent=1")
                .anyMatch(option -> option.startsWith("collate="));
        assertThat(Schemas.diff(
                        DatabaseKind.MARIADB,
                        live,
                        live.withTables(live.tables().stream()
                                .map(table -> table.withOptions(List.of()))
                                .toList())))
                .isEmpty();
    }

    @Test
    void onlyOptionsThatAreAskedForAreDifferences() {
        database.run("create table t (a varchar(20), b varchar(20) collate utf8mb4_bin, j json, n int) engine = Aria"
                + " default character set latin1 collate latin1_swedish_ci row_format = page");
        Schema live = live();
        Table table = live.table("t").orElseThrow();

        assertThat(Schemas.diff(
                        DatabaseKind.MARIADB,
                        live,
                        live.with(table.withOptions(List.of("engine=aria", "row_format=PAGE")))))
                .isEmpty();
        Schema wanted = live.with(table.withOptions(List.of("collate=utf8mb4_nopad_bin", "max_rows=1000")));
        List<Operation> operations = Schemas.diff(DatabaseKind.MARIADB, live, wanted);
        Schemas.render(DatabaseKind.MARIADB, live, operations).forEach(database::run);

        assertThat(live()).isEqualTo(Schemas.apply(DatabaseKind.MARIADB, live, operations));
        assertThat(live().table("t").orElseThrow().columns()).isEqualTo(table.columns());
        Schemas.render(DatabaseKind.MARIADB, live(), Schemas.inverse(operations))
                .forEach(database::run);
        assertThat(live()).isEqualTo(live);
    }

    @Test
    void aTableThatTheServerRefusesIsComparedByItsTexts() {
        Schema wanted = created(checked("mod(n, 2) = 0"));
        Table other = table(Column.of("n", "no_such_type", true)).withName("other");
        database.run("create table other (n int)");

        assertThat(compare(live(), wanted.with(other)))
                .extracting(Operation::table)
                .containsExactly("other");
    }

    @Test
    void withoutThePrivilegeForTemporaryTablesComparingGoesByTheTexts() {
        Schema wanted = created(checked("mod(n, 2) = 0"));
        String name = String.valueOf(database.value("select database()"));
        database.run("create or replace user plain_reader@'%' identified by 'plain'");
        try {
            database.run("grant select on \"" + name + "\".* to plain_reader@'%'");
            try (JdbcRunner plain = JdbcRunner.mariaDb(name, "plain_reader", "plain")) {
                Schema live = Schemas.live(DatabaseKind.MARIADB, plain).await().indefinitely();

                assertThat(Schemas.compare(DatabaseKind.MARIADB, plain, live, live)
                                .await()
                                .indefinitely())
                        .isEmpty();
                assertThat(Schemas.compare(DatabaseKind.MARIADB, plain, live, wanted)
                                .await()
                                .indefinitely())
                        .isEqualTo(Schemas.diff(DatabaseKind.MARIADB, live, wanted));
            }
        } finally {
            database.run("drop user plain_reader@'%'");
        }
    }

    private void migrate(Schema from, List<Operation> operations) {
        Schemas.render(DatabaseKind.MARIADB, from, operations).forEach(database::run);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCheckThatNamesNoColumnOutlivesADroppedColumn(boolean isThereBefore) {
        Table plain = table(Column.of("n", "int", true), Column.of("note", "int", true));
        Check check = new Check("ck_t_row", "1 < 21");
        Schema before = created(isThereBefore ? plain.withChecks(List.of(check)) : plain);
        Schema after = Schema.of(List.of(table(Column.of("n", "int", true)).withChecks(List.of(check))));
        List<Operation> operations = compare(live(), after);

        migrate(live(), operations);

        assertThat(compare(live(), after)).isEmpty();
        migrate(live(), Schemas.inverse(operations));
        assertThat(compare(live(), before)).isEmpty();
    }

    @Test
    void columnsOfATableThatChangeAreWrittenOnceEachInOneStatement() {
        Schema before = created(table(Column.of("n", "int", true), Column.of("a", "varchar(20)", true)));
        Schema after = Schema.of(List.of(table(
                Column.of("n", "bigint", false).withDefault("1").withComment("a number"),
                Column.of("a", "varchar(30)", false))));
        List<Operation> operations = compare(live(), after);

        assertThat(Schemas.render(DatabaseKind.MARIADB, live(), operations))
                .containsExactly("alter table t modify column n bigint default 1 not null comment 'a number',"
                        + " modify column a varchar(30) not null");
        migrate(live(), operations);
        assertThat(compare(live(), after)).isEmpty();
        List<Operation> back = Schemas.inverse(operations);
        assertThat(Schemas.render(DatabaseKind.MARIADB, live(), back)).hasSize(1);
        migrate(live(), back);
        assertThat(compare(live(), before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enum('OK','SAD') | enum('GREAT','MEH','OK','SAD') | false",
                "enum('OK','SAD') | enum('SAD','OK') | false",
                "enum('a,b','it''s') | enum('x','it''s','a,b') | false",
                "enum('OK','SAD') | enum('OK','MEH') | true",
                "enum('a,b') | enum('a','b') | true",
                "set('a','b') | set('b','c','a') | false",
                "set('a','b') | set('a','c') | true"
            })
    void aValueListLosesWhatItNoLongerHoldsWhateverTheOrder(String from, String to, boolean lossy) {
        created(table(Column.of("c", from, true)));
        Schema after = Schema.of(List.of(table(Column.of("c", to, true))));
        database.run("insert into t values (1)");
        Object value = database.value("select c from t");
        List<Operation> operations = compare(live(), after);

        assertThat(operations)
                .singleElement()
                .satisfies(operation -> assertThat(operation.destructive()).isEqualTo(lossy));
        if (!lossy) {
            migrate(live(), operations);
            assertThat(database.value("select c from t")).isEqualTo(value);
        }
    }

    @Test
    void whatNoMappingAsksForStaysWhenItsColumnChanges() {
        database.run("create table t (id int primary key,"
                + " seen datetime(6) default current_timestamp(6) on update current_timestamp(6),"
                + " label varchar(20) invisible default 'x' check (label <> 'it\\'s' and char_length(label) < 10),"
                + " n int check (n > 0), plain int)");
        database.run("alter table t rename column n to m");
        Schema before = live();
        assertThat(before.table("t").orElseThrow().columns())
                .extracting(Column::extras)
                .containsExactly(
                        List.of(),
                        List.of("on update current_timestamp(6)"),
                        List.of("invisible", "check (`label` <> 'it''s' and char_length(`label`) < 10)"),
                        List.of("check (`m` > 0)"),
                        List.of());
        Schema models = Schema.of(List.of(Table.of(
                "t",
                List.of(
                        Column.of("id", "int", false),
                        new Column("seen", "datetime(6)", true, "current_timestamp(6)", false)
                                .withComment("by the server"),
                        new Column("label", "varchar(30)", true, "'x'", false),
                        Column.of("m", "bigint", true),
                        Column.of("plain", "bigint", true)),
                new PrimaryKey("PRIMARY", List.of("id")))));
        List<Operation> operations = compare(before, models);

        migrate(before, operations);

        Schema after = live();
        assertThat(compare(after, models)).isEmpty();
        assertThat(after.table("t").orElseThrow().columns())
                .extracting(Column::extras)
                .isEqualTo(before.table("t").orElseThrow().columns().stream()
                        .map(Column::extras)
                        .toList());
        migrate(after, Schemas.inverse(operations));
        assertThat(live()).isEqualTo(before);
    }

    @Test
    void aCheckOfAColumnFollowsItsNewName() {
        database.run("create table t (id int primary key, n int comment 'old' check (n > 0))");
        Schema before = live();
        ColumnOperation.RenameColumn rename = new ColumnOperation.RenameColumn("t", "n", "m");
        Column renamed = Schemas.apply(DatabaseKind.MARIADB, before, List.of(rename))
                .table("t")
                .orElseThrow()
                .columns()
                .get(1);
        List<Operation> operations = List.of(
                rename, new ColumnOperation.AlterColumn("t", renamed, renamed.withComment(null), ColumnAspect.COMMENT));

        migrate(before, operations);

        assertThat(live().table("t").orElseThrow().columns().get(1))
                .isEqualTo(Column.of("m", renamed.type(), true).withExtras(List.of("check (`m` > 0)")));
    }

    @Test
    void aTimeThatTheServerKeepsUpToDateMayBecomeADate() {
        database.run("create table t (seen datetime default current_timestamp() on update current_timestamp())");
        Schema before = live();
        List<Operation> operations = compare(before, Schema.of(List.of(table(Column.of("seen", "date", true)))));

        migrate(before, operations);

        assertThat(live().table("t").orElseThrow().columns()).containsExactly(Column.of("seen", "date", true));
        migrate(live(), Schemas.inverse(operations));
        assertThat(live()).isEqualTo(before);
    }

    @Test
    void anIndexAndACheckAreReplacedInOneStatementEach() {
        Schema before = created(table(Column.of("n", "int", true), Column.of("m", "int", true))
                .withChecks(List.of(new Check("ck_t_n", "n > 0")))
                .withUniques(List.of(new Unique("uq_t", List.of("n"))))
                .withIndexes(List.of(new Index("ix_t", List.of(new IndexColumn("n", false)), false))));
        Schema after = Schema.of(List.of(table(Column.of("n", "int", true), Column.of("m", "int", true))
                .withChecks(List.of(new Check("ck_t_n", "n > 1")))
                .withUniques(List.of(new Unique("uq_t", List.of("m"))))
                .withIndexes(List.of(new Index("ix_t", List.of(new IndexColumn("m", false)), false)))));
        List<Operation> operations = compare(live(), after);

        assertThat(Schemas.render(DatabaseKind.MARIADB, live(), operations))
                .containsExactlyInAnyOrder(
                        "alter table t drop index uq_t, add constraint uq_t unique (m)",
                        "alter table t drop constraint ck_t_n, add constraint ck_t_n check (n > 1)",
                        "alter table t drop index ix_t, add index ix_t (m)");
        migrate(live(), operations);
        assertThat(compare(live(), after)).isEmpty();
        database.run("insert into t values (2, 1)");
        migrate(live(), Schemas.inverse(operations));
        assertThat(compare(live(), before)).isEmpty();
    }
}
