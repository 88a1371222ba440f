package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;
import static dev.unirow.session.tests.connection.EngineOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.OnDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnDatabase(DatabaseKind.POSTGRESQL)
class PostgresEngineOptionsTest {
    DatabaseTarget target;

    @Test
    @EffectOf("application-name")
    void theServerShowsTheNameOfItsClient() {
        for (EngineOption.Way way : EngineOption.Way.values()) {
            List<EngineOption> options = List.of(option(
                    "application-name",
                    "The Shop",
                    "application_name=The Shop",
                    builder -> builder.applicationName("The Shop")));
            try (Database db = way.toBuild(target.newDatabaseUrl(), options).open()) {
                List<Map<String, Object>> rows = await(db.connect(connection -> connection.select(
                        "select application_name as found from pg_stat_activity where pid = pg_backend_pid()")));
                assertThat(rows.get(0).get("found")).isEqualTo("The Shop");
            }
        }
    }
}
