package dev.unirow.sqlite.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.sqlite.internal.SqlText.Kind;
import org.junit.jupiter.api.Test;

class SqlTextTest {
    private static Kind kind(String sql) {
        return SqlText.of(sql).kind();
    }

    @Test
    void tellsReadersFromWriters() {
        assertThat(kind("select 1")).isEqualTo(Kind.READ);
        assertThat(kind(" -- delete\n /* insert */ SELECT 'update'")).isEqualTo(Kind.READ);
        assertThat(kind("values (1)")).isEqualTo(Kind.READ);
        assertThat(kind("explain query plan delete from t")).isEqualTo(Kind.READ);
        assertThat(kind("Insert into t values (1)")).isEqualTo(Kind.WRITE);
        assertThat(kind("replace into t values (1)")).isEqualTo(Kind.WRITE);
        assertThat(kind("drop table t")).isEqualTo(Kind.SCHEMA);
        assertThat(kind("vacuum")).isEqualTo(Kind.SCHEMA);
    }

    @Test
    void looksBehindWith() {
        assertThat(kind("with a as (select 1) select replace(x, 'a', 'b') from a"))
                .isEqualTo(Kind.READ);
        assertThat(kind("with a(x) as (values (1)) insert into t select x from a"))
                .isEqualTo(Kind.WRITE);
        assertThat(kind("with \"delete\" as (select 1), b as (select 2) select * from b"))
                .isEqualTo(Kind.READ);
        assertThat(kind("with a as (select 1) update t set n = 2")).isEqualTo(Kind.WRITE);
    }

    @Test
    void tellsPragmasThatSetFromPragmasThatRead() {
        assertThat(kind("pragma foreign_keys")).isEqualTo(Kind.READ);
        assertThat(kind("pragma table_info(t)")).isEqualTo(Kind.READ);
        assertThat(kind("pragma main.table_info('t')")).isEqualTo(Kind.READ);
        assertThat(kind("pragma foreign_keys = off")).isEqualTo(Kind.PRAGMA);
        assertThat(kind("pragma foreign_keys(0)")).isEqualTo(Kind.PRAGMA);
        assertThat(kind("explain pragma foreign_keys = off")).isEqualTo(Kind.PRAGMA);
        assertThat(kind("EXPLAIN query /* ! */ plan pragma foreign_keys(0)")).isEqualTo(Kind.PRAGMA);
        assertThat(kind("explain query plan select 1")).isEqualTo(Kind.READ);
        assertThat(kind("explain pragma table_info(t)")).isEqualTo(Kind.READ);
        assertThat(kind("\uFEFFpragma foreign_keys = off")).isEqualTo(Kind.PRAGMA);
    }

    @Test
    void tellsTransactionsFromSavepoints() {
        assertThat(kind("rollback")).isEqualTo(Kind.TRANSACTION);
        assertThat(kind("rollback to s")).isEqualTo(Kind.SAVEPOINT);
        assertThat(kind("rollback transaction to savepoint s")).isEqualTo(Kind.SAVEPOINT);
        assertThat(kind("release s")).isEqualTo(Kind.SAVEPOINT);
        assertThat(kind("commit")).isEqualTo(Kind.TRANSACTION);
    }

    @Test
    void acceptsOneStatementOnly() {
        assertThat(kind("select ';' from t; -- the end")).isEqualTo(Kind.READ);
        assertThat(kind("create trigger x after insert on t begin delete from u; delete from v; end"))
                .isEqualTo(Kind.SCHEMA);
        assertThatThrownBy(() -> SqlText.of("select 1; select 2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsNoStatementWhoseColumnsMayChange() {
        assertThat(SqlText.of("select * from t").cacheable()).isFalse();
        assertThat(SqlText.of("select count(*) from t").cacheable()).isTrue();
        assertThat(SqlText.of("drop table t").cacheable()).isFalse();
    }
}
