package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static dev.unirow.session.tests.EngineOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget.OnMariaDb;
import dev.unirow.testing.MariaDbServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

class MariaDbEngineOptionsTest extends EngineOptionsContract implements OnMariaDb {
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
        return option("options.charset", "utf8mb4", "charset=utf8mb4", builder -> builder.option("charset", "utf8mb4"));
    }

    @Override
    void assertOwnOption(Database db) {
        List<Map<String, Object>> rows =
                await(db.connect(connection -> connection.select("select @@character_set_client as found")));
        assertThat(rows.get(0).get("found")).isEqualTo("utf8mb4");
    }

    @org.junit.jupiter.api.Test
    @EffectOf("application-name")
    void theServerIsToldTheNameOfItsClient() {
        List<EngineOption> options = List.of(option(
                "application-name",
                "The Shop",
                "application_name=The Shop",
                builder -> builder.applicationName("The Shop")));
        for (EngineOption.Way way : EngineOption.Way.values()) {
            try (Relay relay = new Relay(0, MariaDbServer.port())) {
                String url = newDatabaseUrl().replaceFirst(":\\d+/", ":" + relay.port() + "/");
                way.toBuild(url, options).open().close();
                assertThat(relay.sent()).contains("program_name\bThe Shop"); // after its length
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
