package dev.unirow.session.tests.echo;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.session.ExecutedStatement;
import dev.unirow.session.StatementListener;
import dev.unirow.session.tests.models.Tag;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listener that only {@code META-INF/services} names. */
class ListenerDiscoveryTest {
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();

    /** Made by ServiceLoader. */
    public static final class Found implements StatementListener {
        @Override
        public void ended(ExecutedStatement statement) {
            HEARD.add(statement.operation());
        }
    }

    @Test
    void aListenerOfTheServiceLoaderHearsBesideThoseOfTheBuilder(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(StatementListener.class.getName()), Found.class.getName());
        List<String> given = new CopyOnWriteArrayList<>();
        ClassLoader former = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, former)) {
            Thread.currentThread().setContextClassLoader(loader);
            try (Database db = Database.builder("sqlite://")
                    .models(Tag.class)
                    .listener(statement -> given.add(statement.operation()))
                    .open()) {
                await(db.connect(connection -> connection.select("select 1")));
            }
        } finally {
            Thread.currentThread().setContextClassLoader(former);
        }

        assertThat(HEARD).containsExactly("SELECT");
        assertThat(given).containsExactly("SELECT");
    }
}
