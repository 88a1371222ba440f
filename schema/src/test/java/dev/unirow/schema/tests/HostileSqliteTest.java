package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.engine.Schemas;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that SQLite keeps as they were typed, by people with odd habits. */
class HostileSqliteTest {
    static Stream<String> statements() {
        return Stream.of(
                "create /* a ( b */ table -- c, (\n \"a \"\"t\" /* ) */ (\"x, y\" integer /* , */ primary key, -- )\n"
                        + " 'single' text default 'it''s, ) (', [br ack] int check ([br ack] in (1, 2) and 'a)' <> 'b('),"
                        + " `tick``s` text default /* ' */ 'x')",
                "create table t (a integer, b integer as (a + 1) virtual, c text generated always as (a || ',)' || '--') stored not null,"
                        + " check (a > 0 and (b < 10 or c in (',', ')'))), constraint \"ck \"\"2\" check (a <> 5)) strict",
                "create table t (a text) -- strict, without rowid",
                "create table w (k text, v blob default x'00ff', primary key (k)) without rowid, strict",
                "create table \"order\" (\"select\" text unique, \"from\" integer references \"order\" (\"group\") on delete"
                        + " set null deferrable initially deferred, \"group\" integer unique)",
                "create table main.\"t.u\" (\"a.b\" INT NOT NULL DEFAULT (1 + (2)), CONSTRAINT c1 UNIQUE (\"a.b\"),"
                        + " CHECK (\"a.b\" BETWEEN 0 AND (case when \"a.b\" then 5 else ')' end)))",
                "create table \"größe\" (ä text collate \"nocase\", \"\uD83D\uDE00\" decimal(10, 2))",
                "create table t(a,b,c,unique(a,b),unique(c))",
                "create table t (a varchar(20) default (strftime('%Y', 'now', '-1 day')), b default +5, c default null,"
                        + " d default current_timestamp, e default -1.5e3, f default true, g text default \"dq\")",
                "create table t (\"primary\" text, \"check\" int check (\"check\" > 0), \"constraint\" text, [foreign] text,"
                        + " \"unique\" text unique, `references` int, \"generated\" int, \"as\" int)",
                "create table t (id integer constraint pk primary key asc autoincrement, x text constraint nn not null"
                        + " constraint ck check (x glob '[a-z]*') constraint cc collate rtrim)",
                "create table t ([it's] int, b int check (b > 0 and[it's]>b), c text as(b||[it's])stored, d int default 5--'\n)",
                "create table t (\"a\tb\nc\" text, \" \" text, \"'\" text check (\"'\" <> ''''))",
                "create table t (a double precision(10, 2) not null, b unsigned big int, c \"odd, type\", d native character (70))");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void whatWasReadIsRecreatedAndReadTheSame(String statement) {
        Schema first;
        List<?> columns;
        try (JdbcRunner database = JdbcRunner.sqlite()) {
            database.run(statement);
            first = live(database);
            columns = columns(database);
            assertThat(Schemas.diff(DatabaseKind.SQLITE, first, first)).isEmpty();
        }
        assertThat(first.tables())
                .singleElement()
                .extracting(Table::extras)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
        try (JdbcRunner database = JdbcRunner.sqlite()) {
            Schemas.createAll(DatabaseKind.SQLITE, Schema.fromJson(first.toJson()), Set.of())
                    .forEach(database::run);
            assertThat(live(database)).isEqualTo(first);
            assertThat(columns(database)).isEqualTo(columns);
        }
    }

    /** It keeps a view to the end of its text, an open comment included. */
    @Test
    void aViewIsReadWhateverItsNamesAndCommentsLookLike() {
        try (JdbcRunner database = JdbcRunner.sqlite()) {
            database.run("create table t ([it's] int)");
            database.run("create view v as select[it's]as[a b]from t /* [");

            Schema live = live(database);
            assertThat(live.views()).containsExactly("v");
            assertThat(live.table("t").orElseThrow().extras()).containsExactly("view 'v'");
        }
    }

    private static Schema live(JdbcRunner database) {
        return Schemas.live(DatabaseKind.SQLITE, database).await().indefinitely();
    }

    /** As SQLite itself sees them, without the text of defaults. */
    private static List<?> columns(JdbcRunner database) {
        return database.select(
                        "select m.name as t, x.name, x.type, x.\"notnull\", x.pk, x.hidden from sqlite_schema m"
                                + " join pragma_table_xinfo(m.name) x where m.type = 'table' and m.name not like 'sqlite%' order by x.cid",
                        List.of())
                .await()
                .indefinitely();
    }
}
