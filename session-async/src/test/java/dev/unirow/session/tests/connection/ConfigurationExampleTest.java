package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.session.DatabaseBuilder;
import dev.unirow.session.DatabaseHealth;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.Folders;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The examples of docs/configuration.md run. */
class ConfigurationExampleTest {
    private final String url = "sqlite:///" + Folders.newFolder().resolve("shop.db");

    @Test
    void theBuilderOpens() {
        // region builder
        DatabaseBuilder builder =
                Database.builder(url).models(User.class).poolSize(5).statementTimeout(Duration.ofSeconds(2));
        // endregion
        try (Database db = builder.open()) {
            // region health
            DatabaseHealth health = await(db.health());
            int status = health.ready() ? 200 : 503;
            // endregion
            assertThat(status).isEqualTo(200);
        }
    }

    @Test
    void theFileIsReadFromTheClassPath() throws Exception {
        ClassLoader former = Thread.currentThread().getContextClassLoader();
        URL folder = Path.of(System.getProperty("unirow.root"), "session-async/src/test/resources/configuration")
                .toUri()
                .toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder}, former)) {
            Thread.currentThread().setContextClassLoader(loader);
            var config = dev.unirow.session.DatabaseConfig.read();
            assertThat(config.url()).contains("sqlite:///shop.db");
            assertThat(config.pool().size()).isEqualTo(5);
            assertThat(config.statementTimeout()).isEqualTo(Duration.ofSeconds(2));
        } finally {
            Thread.currentThread().setContextClassLoader(former);
        }
    }
}
