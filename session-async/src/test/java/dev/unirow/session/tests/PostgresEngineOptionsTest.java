package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static dev.unirow.session.tests.EngineOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget.OnPostgres;
import java.util.List;
import java.util.Map;

class PostgresEngineOptionsTest extends EngineOptionsContract implements OnPostgres {
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

    @org.junit.jupiter.api.Test
    @EffectOf("application-name")
    void theServerShowsTheNameOfItsClient() {
        for (EngineOption.Way way : EngineOption.Way.values()) {
            List<EngineOption> options = List.of(option(
                    "application-name",
                    "The Shop",
                    "application_name=The Shop",
                    builder -> builder.applicationName("The Shop")));
            try (Database db = way.toBuild(newDatabaseUrl(), options).open()) {
                List<Map<String, Object>> rows = await(db.connect(connection -> connection.select(
                        "select application_name as found from pg_stat_activity where pid = pg_backend_pid()")));
                assertThat(rows.get(0).get("found")).isEqualTo("The Shop");
            }
        }
    }
}
