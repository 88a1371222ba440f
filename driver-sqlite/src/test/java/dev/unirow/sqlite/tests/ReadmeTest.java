package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqlitePool;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    @TempDir
    Path folder;

    @Entity(name = "Book")
    static class Book {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String title;

        protected Book() {}

        Book(String title) {
            this.title = title;
        }
    }

    @Test
    void theExampleRuns() {
        Path file = folder.resolve("library.db");
        // readme: start
        Configuration configuration = new Configuration().addAnnotatedClass(Book.class);
        configuration.setProperty("hibernate.vertx.pool.class", SqlitePool.class.getName());
        configuration.setProperty("jakarta.persistence.jdbc.url", "jdbc:sqlite:" + file);
        configuration.setProperty("hibernate.hbm2ddl.auto", "update");
        Mutiny.SessionFactory factory = configuration
                .buildSessionFactory(new ReactiveServiceRegistryBuilder()
                        .applySettings(configuration.getProperties())
                        .build())
                .unwrap(Mutiny.SessionFactory.class);

        factory.withTransaction(session -> session.persist(new Book("Middlemarch")))
                .await()
                .indefinitely();

        factory.close();
        // readme: end
        SqlitePool pool = SqlitePool.open(SqliteConfig.file(file));
        assertThat(ConnectionContract.await(pool.connect().select("select title from Book"))
                        .next())
                .containsExactly("Middlemarch");
        pool.close();
        ConnectionContract.await(pool.getCloseFuture());
    }

    @Test
    void theReadmeShowsTheCodeThatRuns() throws Exception {
        Path module = Path.of(System.getProperty("unirow.root"), "driver-sqlite");
        List<String> source =
                Files.readAllLines(module.resolve("src/test/java/dev/unirow/sqlite/tests/ReadmeTest.java"));
        String code = source
                .subList(source.indexOf("        // readme: start") + 1, source.indexOf("        // readme: end"))
                .stream()
                .map(line -> line.isBlank() ? "" : line.substring(8))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(module.resolve("README.md"))).contains("```java\n" + code + "\n```");
    }
}
