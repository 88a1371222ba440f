package dev.unirow.tutorial.echo;

import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.session.Echo;
import dev.unirow.session.ExecutedStatement;
import dev.unirow.session.micrometer.ConnectionMetrics;
import dev.unirow.session.micrometer.StatementMetrics;
import dev.unirow.session.opentelemetry.StatementSpans;
import dev.unirow.testing.CapturedLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The code of docs/echo.md. */
class EchoPageTest {
    private static final Path TRANSCRIPT = Path.of(
            System.getProperty("unirow.root"), "tutorial/src/test/resources/dev/unirow/tutorial/echo/debug.txt");

    @Test
    void debugPrintsItsTranscript() throws IOException {
        try (Database db = Database.open("sqlite://", Hero.class);
                CapturedLog log = CapturedLog.of("unirow.engine")) {
            await(db.createAll());
            // region debug
            await(db.begin(options().echo(Echo.DEBUG), session -> {
                session.addAll(new Hero("Deadpond", "Dive Wilson"), new Hero("Rusty-Man", "Tommy Sharp"));
                return session.all(select(Hero.class).where(text(Hero::name).istartswith("d")));
            }));
            // endregion
            String printed = String.join("\n", log.linesWithoutTimes()) + "\n";
            if (System.getProperty("approve") != null) {
                Files.writeString(TRANSCRIPT, printed);
            }
            assertThat(printed).isEqualTo(Files.readString(TRANSCRIPT, UTF_8));
        }
    }

    @Test
    void theSettingsOfThePageAreTaken() {
        String url = "sqlite://";
        try (CapturedLog log = CapturedLog.of("unirow");
                // region settings
                Database db = Database.builder(url)
                        .models(Hero.class)
                        .echo(Echo.ON)
                        .hideParameters()
                        .slowStatements(Duration.ofMillis(200))
                        .open()
                // endregion
                ) {
            await(db.createAll());
            await(db.read(session -> session.find(Hero.class, 7)));

            assertThat(log.linesWithoutTimes()).endsWith("[0.00ms] (parameters hidden)");
        }
    }

    @Test
    void theListenerOfThePageHears() {
        List<String> audit = new CopyOnWriteArrayList<>();
        String url = "sqlite://";
        // region listener
        Database db = Database.builder(url)
                .models(Hero.class)
                .listener((ExecutedStatement statement) -> audit.add(statement.operation() + " "
                        + statement.table().orElse("-") + ": " + statement.rows() + " rows"))
                .open();
        // endregion
        try (db) {
            await(db.createAll());
            await(db.read(session -> session.all(select(Hero.class))));

            assertThat(audit).endsWith("SELECT hero: 0 rows");
        }
    }

    @Test
    void theAdaptersOfThePageMeasure() {
        MeterRegistry registry = new SimpleMeterRegistry();
        OpenTelemetry telemetry = OpenTelemetry.noop();
        String url = "sqlite://";
        // region telemetry
        Database db = Database.builder(url)
                .models(Hero.class)
                .listener(StatementMetrics.of(registry))
                .listener(StatementSpans.of(telemetry))
                .open();
        ConnectionMetrics.of(db, "heroes").bindTo(registry);
        // endregion
        try (db) {
            await(db.createAll());

            assertThat(registry.get("db.client.operation.duration").timers()).isNotEmpty();
        }
    }
}
