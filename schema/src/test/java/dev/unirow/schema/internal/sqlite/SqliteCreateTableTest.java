package dev.unirow.schema.internal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.schema.Check;
import dev.unirow.schema.Deferrability;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Unique;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqliteCreateTableTest {
    private static SqliteCreateTable.Parsed parse(String sql) {
        return SqliteCreateTable.parse("t", sql);
    }

    @Test
    void namesOfConstraintsAreRead() {
        SqliteCreateTable.Parsed table = parse("""
                CREATE TABLE t (
                    id INTEGER NOT NULL CONSTRAINT key PRIMARY KEY ASC ON CONFLICT ABORT AUTOINCREMENT, -- the, key
                    a VARCHAR(10) CONSTRAINT one UNIQUE CONSTRAINT c_a CHECK (a <> ')' /* ( */),
                    b NUMERIC(10, 2) DEFAULT (1 + (2)) NOT NULL,
                    CONSTRAINT two UNIQUE (a COLLATE binary DESC, "b"),
                    CONSTRAINT c CHECK ((a > 1) OR (b IN (1, 2))),
                    CONSTRAINT f FOREIGN KEY (a, [b]) REFERENCES `other table` (x, y) ON UPDATE NO ACTION ON DELETE SET NULL
                )""");

        assertThat(table.primaryKey()).isEqualTo(new PrimaryKey("key", List.of("id")));
        assertThat(table.autoincrement()).isTrue();
        assertThat(table.uniques())
                .containsExactly(new Unique("one", List.of("a")), new Unique("two", List.of("a", "b")));
        assertThat(table.checks())
                .containsExactly(new Check("c_a", "a <> ')' /* ( */"), new Check("c", "(a > 1) OR (b IN (1, 2))"));
        assertThat(table.foreignKeys())
                .containsExactly(new SqliteReference(
                        "f",
                        List.of("a", "b"),
                        "other table",
                        List.of("x", "y"),
                        ReferentialAction.SET_NULL,
                        ReferentialAction.NO_ACTION,
                        Deferrability.NOT_DEFERRABLE));
        assertThat(table.extras()).isEmpty();
    }

    @Test
    void constraintsWithoutNamesGetTheOnesOfTheConvention() {
        SqliteCreateTable.Parsed table = parse("""
                CREATE TABLE "t" ("id" integer primary key, "check" text unique check ("check" > '') references u on delete cascade,
                unique ("id", "check"), check (id > 0), foreign key (id) references u(id) on delete restrict deferrable initially immediate)""");

        assertThat(table.primaryKey()).isEqualTo(new PrimaryKey("pk_t", List.of("id")));
        assertThat(table.autoincrement()).isFalse();
        assertThat(table.uniques())
                .containsExactly(
                        new Unique("uq_t_check", List.of("check")),
                        new Unique("uq_t_id_check", List.of("id", "check")));
        assertThat(table.checks())
                .containsExactly(new Check("ck_t_check", "\"check\" > ''"), new Check("ck_t_row2", "id > 0"));
        assertThat(table.foreignKeys())
                .extracting(key -> key.name() + " " + key.onDelete())
                .containsExactly("fk_t_check_u CASCADE", "fk_t_id_u RESTRICT");
        assertThat(table.extras()).isEmpty();
    }

    @Test
    void clausesOfColumnsAndOptionsOfTheTableAreRead() {
        SqliteCreateTable.Parsed table = parse("""
                CREATE TABLE t (a TEXT COLLATE NOCASE PRIMARY KEY, b GENERATED ALWAYS AS (a || 'x') STORED,
                c INTEGER UNIQUE ON CONFLICT IGNORE REFERENCES u DEFERRABLE INITIALLY DEFERRED, d REFERENCES u ON UPDATE CASCADE) STRICT, WITHOUT ROWID""");

        assertThat(table.collations()).containsExactly(Map.entry("a", "NOCASE"));
        assertThat(table.generated()).containsExactly(Map.entry("b", new Generated("a || 'x'", true)));
        assertThat(table.foreignKeys())
                .extracting(key -> key.onUpdate() + " " + key.deferrability())
                .containsExactly("NO_ACTION INITIALLY_DEFERRED", "CASCADE NOT_DEFERRABLE");
        assertThat(table.options()).containsExactly("strict", "without rowid");
        assertThat(table.extras()).containsExactly("on conflict ignore");
    }

    @Test
    void anIndexIsReadWithItsConditionAndExpressions() {
        assertThat(
                        SqliteCreateIndex.parse(
                                "i",
                                "CREATE UNIQUE INDEX IF NOT EXISTS main.\"i\" ON \"t (x\" (lower(a) DESC, [b] COLLATE nocase asc, (a || ','), c desc) WHERE a > ')' and (b is null) -- end"))
                .isEqualTo(new Index(
                        "i",
                        List.of(
                                IndexColumn.expression("lower(a)").withDescending(true),
                                new IndexColumn("b", false).withCollation("nocase"),
                                IndexColumn.expression("a || ','"),
                                new IndexColumn("c", true)),
                        true,
                        "a > ')' and (b is null)",
                        null));
        assertThat(SqliteCreateIndex.parse("i", "create index i on t(a)"))
                .isEqualTo(new Index("i", List.of(new IndexColumn("a", false)), false));
    }

    @Test
    void aColumnMayHaveNoTypeAndANegativeDefault() {
        SqliteCreateTable.Parsed table =
                parse("create table main.t(a, b default -1 unique, c default 'x''y' check(c))");

        assertThat(table.uniques()).containsExactly(new Unique("uq_t_b", List.of("b")));
        assertThat(table.checks()).containsExactly(new Check("ck_t_c", "c"));
    }

    @Test
    void aStatementThatCannotBeReadIsAnErrorWithThePlace() {
        assertThatThrownBy(() -> parse("create table t (a integer unique unknown (b))"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("SQL could not be read at 'unknown': create table t (a integer unique unknown (b))");
        assertThatThrownBy(() -> parse("create table t (a 'x"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The quote at character 19 does not end in: create table t (a 'x");
    }
}
