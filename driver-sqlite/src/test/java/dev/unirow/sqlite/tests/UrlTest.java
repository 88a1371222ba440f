package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqliteConfig.Access;
import dev.unirow.sqlite.SqliteConfig.JournalMode;
import dev.unirow.sqlite.SqliteConfig.Synchronous;
import dev.unirow.sqlite.SqliteOpenException;
import dev.unirow.sqlite.SqlitePool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrlTest {
    @TempDir
    Path folder;

    @Test
    void readsPathsAndMemory() {
        assertThat(SqliteConfig.parse("jdbc:sqlite:data/my.db")).isEqualTo(SqliteConfig.file(Path.of("data/my.db")));
        assertThat(SqliteConfig.parse("jdbc:sqlite:")).isEqualTo(SqliteConfig.memory());
        assertThat(SqliteConfig.parse("jdbc:sqlite::memory:")).isEqualTo(SqliteConfig.memory());
    }

    @Test
    void readsEveryOption() {
        SqliteConfig config =
                SqliteConfig.parse("jdbc:sqlite:a.db?journal_mode=truncate&synchronous=FULL&foreign_keys=off"
                        + "&cache_size=-4000&application_id=0x55&busy_timeout=10&writer_timeout=20&statement_timeout=30"
                        + "&inline_limit=40&max_connections=5&statement_cache_size=6&read_only=on");
        assertThat(config)
                .isEqualTo(new SqliteConfig(
                        Path.of("a.db"),
                        Access.READ_ONLY,
                        new SqliteConfig.Pragmas(JournalMode.TRUNCATE, Synchronous.FULL, false, -4000, 0x55),
                        new SqliteConfig.Limits(
                                Duration.ofMillis(20),
                                Duration.ofMillis(10),
                                Duration.ofMillis(30),
                                Duration.ofMillis(40),
                                5,
                                6)));
        assertThat(SqliteConfig.parse("jdbc:sqlite:a.db?immutable=1").access()).isEqualTo(Access.IMMUTABLE);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> SqliteConfig.parse("jdbc:sqlite:a.db?journal=wal"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'journal' is no option of SQLite. Did you mean 'journal_mode'? Known are application_id, busy_timeout,"
                                + " cache_size, foreign_keys, immutable, inline_limit, journal_mode, max_connections, read_only,"
                                + " statement_cache_size, statement_timeout, synchronous, writer_timeout, each as name=value.");
        assertThatThrownBy(() -> SqliteConfig.parse("jdbc:sqlite:a.db?journal_mode=off"))
                .hasMessage("The option 'journal_mode' cannot be 'off': it is one of wal, delete, truncate, persist.");
        assertThatThrownBy(() -> SqliteConfig.parse("jdbc:sqlite:a.db?busy_timeout=5s"))
                .hasMessage("The option 'busy_timeout' cannot be '5s': it is a whole number of milliseconds.");
        assertThatThrownBy(() -> SqliteConfig.parse("jdbc:sqlite:a.db?foreign_keys=on&foreign_keys=off"))
                .hasMessage("The option 'foreign_keys' is given twice. Keep one.");
        assertThatThrownBy(() -> SqliteConfig.parse("jdbc:postgresql:a"))
                .hasMessage("A URL of SQLite starts with 'jdbc:sqlite:', followed by a path or ':memory:'.");
        assertThatThrownBy(() -> SqliteConfig.parse("jdbc:sqlite:file:a.db?mode=ro"))
                .hasMessageStartingWith("SQLite's own URIs are not read here");
        assertThatThrownBy(() -> SqliteConfig.parse("jdbc:sqlite:?read_only=on"))
                .hasMessageContaining("A database in memory starts empty, so it must be writable.");
    }

    @Test
    void namesTheOptionThatWasProbablyMeant() {
        for (String[] slip : new String[][] {
            {"foreign_key=on", "foreign_keys"},
            {"busyTimeout=1", "busy_timeout"},
            {"read-only=on", "read_only"},
            {"sync=full", "synchronous"},
            {"cachesize=1", "cache_size"}
        }) {
            assertThatThrownBy(() -> SqliteConfig.parse("jdbc:sqlite:a.db?" + slip[0]))
                    .hasMessageContaining(" Did you mean '" + slip[1] + "'? Known are ");
        }
        assertThatThrownBy(() -> SqliteConfig.parse("jdbc:sqlite:a.db?colour=red"))
                .hasMessageStartingWith("'colour' is no option of SQLite. Known are ");
    }

    private SqlitePool open(String options) {
        return SqlitePool.open(SqliteConfig.parse("jdbc:sqlite:" + folder.resolve("x y.db") + options));
    }

    private static List<Object> read(SqlitePool pool, String sql) {
        var connection = pool.connect();
        try {
            return ConnectionContract.await(connection.select(sql).thenApply(ConnectionContract::firstColumn));
        } finally {
            ConnectionContract.await(connection.close());
        }
    }

    private static void closed(SqlitePool pool) {
        pool.close();
        ConnectionContract.await(pool.getCloseFuture());
    }

    @Test
    void optionsReachTheConnection() {
        SqlitePool pool =
                open("?journal_mode=truncate&synchronous=extra&foreign_keys=off&cache_size=-4000&application_id=77");
        assertThat(read(pool, "pragma journal_mode")).containsExactly("truncate");
        assertThat(read(pool, "pragma synchronous")).containsExactly(3L);
        assertThat(read(pool, "pragma foreign_keys")).containsExactly(0L);
        assertThat(read(pool, "pragma cache_size")).containsExactly(-4000L);
        assertThat(read(pool, "pragma application_id")).containsExactly(77L);
        closed(pool);
        assertThatThrownBy(() -> open("?journal_mode=truncate&application_id=78"))
                .isInstanceOf(SqliteOpenException.class)
                .hasMessageContaining("it belongs to another application: its application id is 77, not 78");
    }

    @Test
    void aReadOnlyPoolSeesOthersCommitsAndRefusesWrites() {
        assertThatThrownBy(() -> open("?read_only=on"))
                .isInstanceOf(SqliteOpenException.class)
                .hasMessageContaining("the file does not exist or cannot be read, and this pool is read-only");
        SqlitePool writer = open("");
        ConnectionContract.await(writer.connect().execute("create table t (n)"));
        for (String option : List.of("?read_only=on", "?immutable=on")) {
            SqlitePool reader = open(option);
            var session = reader.connect();
            ConnectionContract.await(session.beginTransaction());
            assertThatThrownBy(() -> ConnectionContract.await(session.execute("insert into t values (1)")))
                    .isInstanceOf(GenericJDBCException.class)
                    .hasMessageContaining(
                            "is read-only and refuses 'insert into t values (1)'. Open a pool that may write.");
            ConnectionContract.await(session.close());
            closed(reader);
        }
        SqlitePool reader = open("?read_only=on");
        assertThat(read(reader, "select count(*) from t")).containsExactly(0L);
        ConnectionContract.await(writer.connect().execute("insert into t values (1)"));
        assertThat(read(reader, "select count(*) from t")).containsExactly(1L);
        closed(reader);
        closed(writer);
    }
}
