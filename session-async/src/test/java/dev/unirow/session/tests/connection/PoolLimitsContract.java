package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.DatabaseBuilder;
import dev.unirow.session.SqlConnection;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.exception.PoolExhaustedException;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How long connections to a server live, and how long it may take to open one. */
@EachDatabase
@Requires(Capability.SERVER)
class PoolLimitsContract {
    DatabaseTarget target;

    /** A query whose {@code id} is the server's number of the connection. */
    private String connectionId() {
        return target.kind() == DatabaseKind.POSTGRESQL
                ? "select pg_backend_pid() as id"
                : "select connection_id() as id";
    }

    private DatabaseBuilder builder() {
        return Database.builder(target.newDatabaseUrl()).models(Tag.class).poolSize(3);
    }

    private String idIn(Database db) {
        return await(db.connect(this::id));
    }

    private Uni<String> id(SqlConnection connection) {
        return connection
                .select(connectionId())
                .map(rows -> String.valueOf(rows.get(0).get("id")));
    }

    @Test
    void aConnectionThatNobodyUsesIsClosedAfterTheIdleTimeout() {
        try (Database db = builder().idleTimeout(Duration.ofMillis(500)).open()) {
            String first = idIn(db);

            Awaitility.await()
                    .atMost(Waiting.LIMIT)
                    .until(() -> await(db.stats()).size() == 0);

            assertThat(idIn(db)).isNotEqualTo(first);
        }
    }

    @Test
    void aConnectionIsKeptWhereThereIsNoIdleTimeout() {
        try (Database db = builder().open()) {
            String first = idIn(db);

            Awaitility.await()
                    .during(Duration.ofSeconds(2))
                    .atMost(Waiting.LIMIT)
                    .until(() -> await(db.stats()).size() == 1);

            assertThat(idIn(db)).isEqualTo(first);
        }
    }

    @Test
    void aConnectionIsReplacedAfterItsLifetimeHoweverOftenItIsUsed() {
        try (Database db = builder().maxLifetime(Duration.ofMillis(500)).open()) {
            Set<String> ids = new HashSet<>();

            Awaitility.await().atMost(Waiting.LIMIT).until(() -> {
                ids.add(idIn(db));
                return ids.size() == 3;
            });
        }
    }

    @Test
    void theLifetimeOfAConnectionDoesNotEndATransaction() {
        try (Database db = builder().maxLifetime(Duration.ofMillis(300)).open()) {
            await(db.createAll());
            AsyncSession session = db.session();
            session.add(new Tag("kept", null));
            await(session.flush());
            Awaitility.await()
                    .during(Duration.ofSeconds(2))
                    .atMost(Waiting.LIMIT)
                    .until(() -> await(db.stats()).inUse() == 1);

            await(session.commit());

            await(session.close());
            Tag kept = await(db.read((AsyncSession other) -> other.get(Tag.class, "kept")));
            assertThat(kept.label()).isEqualTo("kept");
        }
    }

    @Test
    void anExhaustedPoolSaysItsSizeAndHowLongWasWaited() {
        try (Database db =
                builder().poolSize(1).acquireTimeout(Duration.ofSeconds(2)).open()) {
            assertThatThrownBy(() -> await(db.connect(
                            outer -> outer.select("select 1").chain(() -> db.connect(c -> c.select("select 1"))))))
                    .isInstanceOf(PoolExhaustedException.class)
                    .hasMessageContainingAll("2000 ms", "which may hold 1,");
        }
    }

    String unreachableUrl(ServerSocket server) {
        return target.newDatabaseUrl().replaceFirst("(127\\.0\\.0\\.1):\\d+", "$1:" + server.getLocalPort());
    }

    @Test
    void aServerThatAcceptsNoConnectionIsUnavailableAfterTheConnectTimeout() throws IOException {
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 2; i++) { // what the system accepts before the program does
                queue.add(new Socket(deaf.getInetAddress(), deaf.getLocalPort()));
            }

            assertThatThrownBy(() -> Database.builder(unreachableUrl(deaf))
                            .models(Tag.class)
                            .connectTimeout(Duration.ofMillis(300))
                            .open())
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("could not be reached: connection timed out after 300 ms")
                    .hasMessageContaining("at 127.0.0.1:" + deaf.getLocalPort());
        } finally {
            for (Socket each : queue) {
                each.close();
            }
        }
    }

    @Test
    void aServerThatSaysNothingIsUnavailableAfterTheAcquireTimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Database.builder(unreachableUrl(silent))
                            .models(Tag.class)
                            .acquireTimeout(Duration.ofMillis(500))
                            .open())
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("did not open a connection within 500 ms");
        }
    }
}
