package dev.unirow.tutorial.operating;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.unirow.migrate.Migrations;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.DatabaseHealth;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import dev.unirow.tutorial.recipes.Country;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The code of docs/operating.md: a service that starts, says whether it is ready, and stops. */
@EachDatabase
class OperatingPageContract {
    private static final Path REVISIONS =
            Path.of(System.getProperty("unirow.root"), "tutorial/src/test/resources/dev/unirow/tutorial/recipes");

    private DatabaseTarget target;

    private Database open(String url) {
        // region open
        Database db = Database.builder(url)
                .models(Country.class)
                .migrations(REVISIONS)
                .onOpen(opening -> Migrations.of(opening)
                        .withPatience(Duration.ofMinutes(10))
                        .upgrade())
                .poolSize(8)
                .acquireTimeout(Duration.ofSeconds(5))
                .statementTimeout(Duration.ofSeconds(10))
                .slowStatements(Duration.ofMillis(500))
                .open();
        // endregion
        return db;
    }

    private static HttpServer serve(Database db) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // region ready
        http.createContext("/live", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        http.createContext("/ready", exchange -> {
            DatabaseHealth health = await(db.health(Duration.ofSeconds(2)));
            byte[] text = health.toString().getBytes(UTF_8);
            exchange.sendResponseHeaders(health.ready() ? 200 : 503, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        // endregion
        http.start();
        return http;
    }

    private static int status(HttpServer http, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + http.getAddress().getPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void aServiceIsReadyOnceItsRevisionsAreAppliedAndStopsInOrder() throws Exception {
        Database db = open(target.newDatabaseUrl());
        HttpServer http = serve(db);
        assertThat(status(http, "/live")).isEqualTo(204);
        assertThat(status(http, "/ready")).isEqualTo(200);
        AsyncSession forgotten = db.session();
        await(forgotten.count(select(Country.class)));

        // region stop
        Thread stop = new Thread(() -> {
            http.stop(5); // takes no more requests, and waits for those under way
            db.close(); // rolls back what is still open
        });
        Runtime.getRuntime().addShutdownHook(stop);
        // endregion
        Runtime.getRuntime().removeShutdownHook(stop);
        stop.start();
        stop.join(Waiting.LIMIT.toMillis());

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> await(forgotten.count(select(Country.class))));
    }

    @Test
    void whatWaitsToBeMigratedIsNotReady() throws Exception {
        try (Database db = Database.builder(target.newDatabaseUrl())
                .models(Country.class)
                .migrations(REVISIONS)
                .open()) {
            await(Migrations.of(db).upgrade("+1"));
            HttpServer http = serve(db);

            assertThat(status(http, "/ready")).isEqualTo(503);
            assertThat(await(db.health()).findings())
                    .singleElement()
                    .returns("migrations", DatabaseHealth.Finding::name)
                    .returns(false, DatabaseHealth.Finding::ok);
            http.stop(0);
        }
    }
}
