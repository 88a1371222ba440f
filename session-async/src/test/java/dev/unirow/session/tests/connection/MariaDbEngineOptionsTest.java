package dev.unirow.session.tests.connection;

import static dev.unirow.session.tests.connection.EngineOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.OnDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnDatabase(DatabaseKind.MARIADB)
class MariaDbEngineOptionsTest {
    DatabaseTarget target;

    @Test
    @EffectOf("application-name")
    void theServerIsToldTheNameOfItsClient() {
        List<EngineOption> options = List.of(option(
                "application-name",
                "The Shop",
                "application_name=The Shop",
                builder -> builder.applicationName("The Shop")));
        for (EngineOption.Way way : EngineOption.Way.values()) {
            try (Relay relay = new Relay(0, MariaDbServer.port())) {
                String url = target.newDatabaseUrl().replaceFirst(":\\d+/", ":" + relay.port() + "/");
                way.toBuild(url, options).open().close();
                assertThat(relay.sent()).contains("program_name\bThe Shop"); // after its length
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
