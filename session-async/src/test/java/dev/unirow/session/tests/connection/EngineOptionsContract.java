package dev.unirow.session.tests.connection;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.tests.connection.EngineOption.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.model.Naming;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.DatabaseBuilder;
import dev.unirow.session.Echo;
import dev.unirow.session.ForwardingSession;
import dev.unirow.session.Isolation;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.exception.PoolExhaustedException;
import dev.unirow.session.tests.connection.EngineOption.Way;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.Capability;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What each option does, on each kind of database that has it, said to the builder, in the configuration and in the
 * URL.
 */
@EachDatabase
class EngineOptionsContract {
    DatabaseTarget target;

    private static final Duration SOON = Waiting.LIMIT;

    private static final Way[] BUT_URLS = {Way.BUILDER, Way.CONFIGURATION};

    /** A session with something of its own. */
    public static final class ShopSession extends ForwardingSession {
        public ShopSession(AsyncSession delegate) {
            super(delegate);
        }

        Uni<Long> users() {
            return count(select(User.class));
        }
    }

    private EngineWords words() {
        return EngineWords.of(target);
    }

    private void eachWay(List<EngineOption> options, Consumer<Database> effect) {
        eachOf(Way.values(), options, effect);
    }

    private void eachOf(Way[] ways, List<EngineOption> options, Consumer<Database> effect) {
        for (Way way : ways) {
            try (Database db = way.toBuild(target.newDatabaseUrl(), options, User.class, Pet.class, Tag.class)
                    .open()) {
                effect.accept(db);
            }
        }
    }

    private static Map<String, Object> row(Database db, String sql) {
        return await(db.connect(connection -> connection.select(sql))).get(0);
    }

    private static Object value(Database db, String sql) {
        return row(db, sql).values().iterator().next();
    }

    private static final EngineOption ONE_CONNECTION =
            option("pool.size", "1", "pool_size=1", builder -> builder.poolSize(1));

    private static final EngineOption SHORT_WAIT = option(
            "pool.acquire-timeout", "1s", "pool_timeout=1", builder -> builder.acquireTimeout(Duration.ofSeconds(1)));

    @Test
    @EffectOf({"pool.size", "pool.acquire-timeout"})
    @Requires(Capability.PERSISTENCE)
    void thePoolHasNoMoreConnectionsAndWaitsNoLonger() {
        eachWay(List.of(ONE_CONNECTION, SHORT_WAIT), db -> {
            await(db.createAll());
            AsyncSession first = db.session();
            AsyncSession second = db.session();
            long start = System.nanoTime();
            try {
                assertThat(await(first.count(select(User.class)))).isZero();
                assertThatThrownBy(() -> await(second.count(select(User.class))))
                        .isInstanceOf(PoolExhaustedException.class)
                        .hasMessageContaining("1000 ms");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
            } finally {
                await(first.close());
                await(second.close());
            }
        });
    }

    @Test
    @EffectOf("pool.connect-timeout")
    @Requires(Capability.SERVER)
    void aServerThatAcceptsNoConnectionIsGivenUp() throws IOException {
        List<EngineOption> options = List.of(option(
                "pool.connect-timeout",
                "300ms",
                "connect_timeout=0.3",
                builder -> builder.connectTimeout(Duration.ofMillis(300))));
        try (DeafServer server = new DeafServer()) {
            String url = target.newDatabaseUrl().replaceFirst(":\\d+/", ":" + server.port() + "/");
            for (Way way : Way.values()) {
                assertThatThrownBy(() -> way.toBuild(url, options, User.class).open())
                        .isInstanceOf(DatabaseUnavailableException.class)
                        .hasMessageContaining("could not be reached: connection timed out after 300 ms");
            }
        }
    }

    /** Its queue is full, so that connecting to it takes for ever. */
    private static final class DeafServer implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<Socket> clients = new ArrayList<>();

        DeafServer() throws IOException {
            for (int i = 0; i < 16; i++) {
                Socket client = new Socket();
                clients.add(client);
                try {
                    client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 200);
                } catch (IOException full) {
                    return;
                }
            }
            throw new IllegalStateException("The server's queue has no end.");
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            for (Socket client : clients) {
                client.close();
            }
            server.close();
        }
    }

    @Test
    @EffectOf("pool.idle-timeout")
    @Requires(Capability.SERVER)
    void idleConnectionsAreClosed() {
        eachWay(
                List.of(option(
                        "pool.idle-timeout",
                        "200ms",
                        "idle_timeout=200ms",
                        builder -> builder.idleTimeout(Duration.ofMillis(200)))),
                db -> {
                    await(db.ping());
                    Awaitility.await()
                            .atMost(SOON)
                            .until(() -> await(db.stats()).size() == 0);
                    await(db.ping());
                });
    }

    @Test
    @EffectOf("pool.max-lifetime")
    @Requires(Capability.SERVER)
    void connectionsAreReplaced() {
        eachWay(
                List.of(
                        ONE_CONNECTION,
                        option(
                                "pool.max-lifetime",
                                "300ms",
                                "pool_recycle=0.3",
                                builder -> builder.maxLifetime(Duration.ofMillis(300)))),
                db -> {
                    Object first = value(db, words().connectionNumber());
                    Awaitility.await()
                            .atMost(SOON)
                            .until(() -> !value(db, words().connectionNumber()).equals(first));
                });
    }

    @Test
    @EffectOf("statement-timeout")
    void aStatementThatTakesTooLongIsGivenUp() {
        eachWay(
                List.of(option(
                        "statement-timeout",
                        "300ms",
                        "statement_timeout=300",
                        builder -> builder.statementTimeout(Duration.ofMillis(300)))),
                db -> {
                    long start = System.nanoTime();
                    Throwable failure = catchThrowable(
                            () -> await(db.connect(connection -> connection.select(words().longStatement()))));
                    assertThat(failure).isNotNull();
                    assertThat(Duration.ofNanos(System.nanoTime() - start))
                            .isGreaterThanOrEqualTo(Duration.ofMillis(250));
                    await(db.ping());
                });
    }

    @Test
    @EffectOf("statement-cache-size")
    @Requires(Capability.SERVER)
    void preparedStatementsAreKeptOrNot() {
        try (Database db = Database.open(target.newDatabaseUrl(), User.class)) {
            assertThat(words().preparedFor(db)).isEqualTo(1);
        }
        eachWay(
                List.of(option(
                        "statement-cache-size",
                        "0",
                        "statement_cache_size=0",
                        builder -> builder.statementCacheSize(0))),
                db -> assertThat(words().preparedFor(db)).isNotEqualTo(1));
    }

    @Test
    @EffectOf("isolation")
    void transactionsHaveTheLevelThatIsSaid() {
        List<EngineOption> serializable = List.of(option(
                "isolation",
                "serializable",
                "isolation_level=SERIALIZABLE",
                builder -> builder.isolation(Isolation.SERIALIZABLE)));
        eachWay(serializable, db -> {
            if (words().isolationLevel().isEmpty()) {
                await(db.ping()); // it is the only one, and may be asked for
                return;
            }
            assertThat(level(db)).isEqualToIgnoringCase("serializable");
        });
        List<EngineOption> repeatable = List.of(option(
                "isolation",
                "repeatable-read",
                "isolation_level=REPEATABLE READ",
                builder -> builder.isolation(Isolation.REPEATABLE_READ)));
        if (target.hasWeakerIsolation()) {
            eachWay(repeatable, db -> assertThat(level(db)).isEqualToIgnoringCase("repeatable read"));
        } else {
            assertThatThrownBy(() -> eachWay(repeatable, db -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("REPEATABLE READ");
        }
    }

    private String level(Database db) {
        return String.valueOf(value(db, words().isolationLevel())).replace('-', ' ');
    }

    @Test
    @EffectOf("search-path")
    void tablesAreMadeAndFoundInTheSearchPath() {
        List<EngineOption> options = List.of(option(
                "search-path",
                "My App,public",
                "search_path=\"My App\",public",
                builder -> builder.searchPath("My App", "public")));
        for (Way way : Way.values()) {
            String url = target.newDatabaseUrl();
            if (!words().hasSearchPath()) {
                assertThatThrownBy(() -> way.toBuild(url, options, User.class).open())
                        .isInstanceOf(IllegalArgumentException.class);
                continue;
            }
            try (Database plain = Database.open(url, User.class)) {
                await(plain.connect(connection -> connection.execute("create schema \"My App\"")));
            }
            try (Database db = way.toBuild(url, options, User.class).open()) {
                await(db.createAll());
                await(db.createAll()); // they are there
                await(db.begin(session -> session.insert(new User("chonky"))));
                assertThat(value(db, "select count(*) from \"My App\".\"user\""))
                        .isEqualTo(1L);
            }
        }
    }

    @Test
    @EffectOf({"models", "model-packages"})
    void modelsAreNamedByClassOrPackage() {
        String classes = User.class.getName() + "," + Tag.class.getName();
        for (Way way : BUT_URLS) {
            try (Database db = way.toBuild(
                            target.newDatabaseUrl(),
                            List.of(option("models", classes, null, builder -> builder.models(User.class, Tag.class))))
                    .open()) {
                assertThat(db.tables()).containsOnlyKeys("user", "tag");
            }
            String name = "dev.unirow.session.tests.packaged";
            try (Database db = way.toBuild(
                            target.newDatabaseUrl(),
                            List.of(option("model-packages", name, null, builder -> builder.modelPackages(name))))
                    .open()) {
                assertThat(db.tables()).containsOnlyKeys("crayon", "nested_crayon");
            }
        }
        assertThatThrownBy(() -> Database.builder(target.newDatabaseUrl()).modelPackages("no.such.models"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'no.such.models'");
    }

    @Test
    @EffectOf("session-class")
    void sessionsAreOfTheClassThatIsSaid() {
        eachOf(
                BUT_URLS,
                List.of(option(
                        "session-class",
                        ShopSession.class.getName(),
                        null,
                        builder -> builder.sessionClass(ShopSession::new))),
                db -> {
                    await(db.createAll());
                    await(db.begin(session -> session.insert(new User("chonky"))));
                    Long read = await(db.read((AsyncSession session) ->
                            session.as(ShopSession.class).users()));
                    assertThat(read).isEqualTo(1);
                    Long nested = await(db.begin((AsyncSession session) -> session.nested(
                            (AsyncSession part) -> part.as(ShopSession.class).users())));
                    assertThat(nested).isEqualTo(1);
                    AsyncSession session = db.session();
                    assertThat(await(session.as(ShopSession.class).users())).isEqualTo(1);
                    await(session.close());
                });
        try (Database db = Database.open(target.newDatabaseUrl(), User.class)) {
            assertThatThrownBy(() -> db.session().as(ShopSession.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sessionClass");
        }
    }

    @Test
    @EffectOf("plural-table-names")
    void tablesHavePluralNames() {
        eachOf(
                BUT_URLS,
                List.of(option(
                        "plural-table-names",
                        "true",
                        null,
                        builder -> builder.naming(Naming.standard().withPlural(true)))),
                db -> {
                    await(db.createAll());
                    assertThat(await(db.exists("users"))).isTrue();
                });
    }

    @Test
    @EffectOf("echo")
    void whatIsSentIsShown() {
        eachOf(BUT_URLS, List.of(option("echo", "on", null, builder -> builder.echo(Echo.ON))), db -> {
            try (CapturedLog log = CapturedLog.of("unirow.engine")) {
                await(db.createAll());
                assertThat(log.lines()).anyMatch(line -> line.startsWith("create table"));
            }
        });
    }

    @Test
    @EffectOf("hide-parameters")
    void valuesAreLeftOutOfTheEcho() {
        List<EngineOption> options = List.of(
                option("echo", "debug", null, builder -> builder.echo(Echo.DEBUG)),
                option("hide-parameters", "true", null, DatabaseBuilder::hideParameters));
        eachOf(BUT_URLS, options, db -> {
            await(db.createAll());
            try (CapturedLog log = CapturedLog.of("unirow.engine")) {
                await(db.begin(session -> session.insert(new User("chonky"))));
                assertThat(log.lines())
                        .anyMatch(line -> line.startsWith("insert into"))
                        .noneMatch(line -> line.contains("chonky"));
            }
        });
    }

    @Test
    @EffectOf("slow-statements")
    void aStatementThatTakesLongIsLogged() {
        List<EngineOption> options = List.of(option(
                "slow-statements", "PT0.000000001S", null, builder -> builder.slowStatements(Duration.ofNanos(1))));
        eachOf(BUT_URLS, options, db -> {
            await(db.createAll());
            try (CapturedLog log = CapturedLog.of("unirow.slow")) {
                await(db.begin(session -> session.insert(new User("chonky"))));
                assertThat(log.lines()).anyMatch(line -> line.contains("insert into"));
            }
        });
    }

    @Test
    @EffectOf("options.*")
    void optionsOfTheDriverCanBeSaidEverywhere() {
        eachWay(List.of(words().ownOption()), words()::assertOwnOption);
        for (Way way : Way.values()) {
            List<EngineOption> unknown = List.of(
                    option("options.pool_sise", "1", "pool_sise=1", builder -> builder.option("pool_sise", "1")));
            assertThatThrownBy(() -> way.toBuild(target.newDatabaseUrl(), unknown, User.class)
                            .open())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'pool_sise'")
                    .hasMessageContaining("Did you mean 'pool_size'?");
        }
    }

    @Test
    @Requires(Capability.PERSISTENCE)
    void theUrlWins() {
        String url = target.newDatabaseUrl();
        DatabaseBuilder builder = Database.builder(url + "?pool_size=1&pool_timeout=200ms")
                .models(User.class)
                .poolSize(5)
                .option("pool_size", "7");
        try (Database db = builder.open()) {
            await(db.createAll());
            AsyncSession first = db.session();
            AsyncSession second = db.session();
            try {
                assertThat(await(first.count(select(User.class)))).isZero();
                assertThatThrownBy(() -> await(second.count(select(User.class))))
                        .isInstanceOf(PoolExhaustedException.class);
            } finally {
                await(first.close());
                await(second.close());
            }
        }
    }
}
