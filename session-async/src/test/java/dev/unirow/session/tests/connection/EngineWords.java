package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;
import static dev.unirow.session.tests.connection.EngineOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
import java.util.List;
import java.util.Map;

/** How each kind of database is asked for what the options of an engine change. */
enum EngineWords {
    SQLITE {
        @Override
        String longStatement() {
            return "with recursive s (n) as (select 1 union all select n + 1 from s) select count(*) from s";
        }

        @Override
        String connectionNumber() {
            return "";
        }

        @Override
        String isolationLevel() {
            return "";
        }

        @Override
        long preparedFor(Database db) {
            return -1;
        }

        @Override
        EngineOption ownOption() {
            return option(
                    "options.cache_size",
                    "-4000",
                    "cache_size=-4000",
                    builder -> builder.option("cache_size", "-4000"));
        }

        @Override
        void assertOwnOption(Database db) {
            List<Map<String, Object>> rows = await(db.connect(connection -> connection.select("pragma cache_size")));
            assertThat(rows.get(0).get("cache_size")).isEqualTo(-4000L);
        }
    },

    POSTGRESQL {
        @Override
        String longStatement() {
            return "select pg_sleep(20)";
        }

        @Override
        String connectionNumber() {
            return "select pg_backend_pid()";
        }

        @Override
        String isolationLevel() {
            return "select current_setting('transaction_isolation')";
        }

        @Override
        boolean hasSearchPath() {
            return true;
        }

        @Override
        long preparedFor(Database db) {
            String sql = "select 41 + :n as sum";
            List<Map<String, Object>> rows = await(db.connect(connection -> connection
                    .select(sql, Map.of("n", 1))
                    .chain(() -> connection.select(sql, Map.of("n", 2)))
                    .chain(() -> connection.select(sql, Map.of("n", 3)))
                    .chain(() -> connection.select(
                            "select count(*) as n from pg_prepared_statements where statement like '%41 +%sum'"))));
            return ((Number) rows.get(0).get("n")).longValue();
        }

        @Override
        EngineOption ownOption() {
            return option(
                    "options.currentSchema",
                    "pg_catalog",
                    "currentSchema=pg_catalog",
                    builder -> builder.option("currentSchema", "pg_catalog"));
        }

        @Override
        void assertOwnOption(Database db) {
            List<Map<String, Object>> rows =
                    await(db.connect(connection -> connection.select("select current_schema()::text as found")));
            assertThat(rows.get(0).get("found")).isEqualTo("pg_catalog");
        }
    },

    MARIADB {
        @Override
        String longStatement() {
            return "select count(*) from seq_1_to_1000000 a, seq_1_to_1000000 b";
        }

        @Override
        String connectionNumber() {
            return "select connection_id()";
        }

        @Override
        String isolationLevel() {
            return "select @@transaction_isolation";
        }

        @Override
        long preparedFor(Database db) {
            String sql = "select 41 + :n as sum";
            return await(db.connect(connection -> connection
                    .select("show session status like 'Com_stmt_prepare'")
                    .chain(before -> connection
                            .select(sql, Map.of("n", 1))
                            .chain(() -> connection.select(sql, Map.of("n", 2)))
                            .chain(() -> connection.select(sql, Map.of("n", 3)))
                            .chain(() -> connection.select("show session status like 'Com_stmt_prepare'"))
                            .map(after -> count(after) - count(before)))));
        }

        private static long count(List<Map<String, Object>> rows) {
            return Long.parseLong(String.valueOf(rows.get(0).get("Value")));
        }

        @Override
        EngineOption ownOption() {
            return option(
                    "options.charset", "utf8mb4", "charset=utf8mb4", builder -> builder.option("charset", "utf8mb4"));
        }

        @Override
        void assertOwnOption(Database db) {
            List<Map<String, Object>> rows =
                    await(db.connect(connection -> connection.select("select @@character_set_client as found")));
            assertThat(rows.get(0).get("found")).isEqualTo("utf8mb4");
        }
    };

    static EngineWords of(DatabaseTarget target) {
        return switch (target.kind()) {
            case SQLITE_FILE, SQLITE_MEMORY -> SQLITE;
            case POSTGRESQL -> POSTGRESQL;
            case MARIADB -> MARIADB;
        };
    }

    /** A statement that takes long. */
    abstract String longStatement();

    /** A query for the number of the connection that it runs on; empty where connections have none. */
    abstract String connectionNumber();

    /** A query for the isolation level of the transaction; empty where there is only one. */
    abstract String isolationLevel();

    boolean hasSearchPath() {
        return false;
    }

    /** How many statements are prepared when one is sent three times; negative where the database does not tell. */
    abstract long preparedFor(Database db);

    /** An option that only this kind of database has, and what it does. */
    abstract EngineOption ownOption();

    abstract void assertOwnOption(Database db);
}
