package dev.unirow.session.tests.connection;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.schema.VersionTableName;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.DatabaseBuilder;
import dev.unirow.session.DatabaseHealth;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.Folders;
import dev.unirow.testing.PostgresServer;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Databases that are opened later, elsewhere, or side by side. */
@org.junit.jupiter.api.Tag("slow") // beside a model of that name
class LazyOpeningTest {
    private static final Duration SOON = Waiting.LIMIT;

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aLazyDatabaseStartsWhileItsServerIsDownAndWorksWhenThatIsUp() throws IOException {
        int port = freePort();
        String name = PostgresServer.createDatabase();
        String url = "postgresql+asyncpg://postgres:postgres@127.0.0.1:" + port + "/" + name;
        try (Database db = Database.openLazy(url, User.class)) {
            assertThat(await(db.stats()).size()).isZero();
            assertThatThrownBy(() -> await(db.createAll())).isInstanceOf(DatabaseUnavailableException.class);
            assertThatThrownBy(() -> await(db.read(session -> session.count(select(User.class)))))
                    .isInstanceOf(DatabaseUnavailableException.class);
            try (Relay relay = new Relay(port, PostgresServer.port())) {
                await(db.createAll());
                await(db.begin(session -> session.insert(new User("chonky"))));
                Long users = await(db.read((AsyncSession session) -> session.count(select(User.class))));
                assertThat(users).isEqualTo(1);
            }
        }
    }

    @Test
    void aLazyDatabaseWhoseStartFailsTriesAgain() throws IOException {
        Path folder = Folders.newFolder().resolve("later");
        try (Database db = Database.openLazy("sqlite:///" + folder.resolve("data.db"), User.class)) {
            assertThatThrownBy(() -> await(db.createAll()))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining(folder.toString());
            assertThatThrownBy(db::session).isInstanceOf(DatabaseUnavailableException.class);
            Files.createDirectories(folder);
            await(db.createAll());
            await(db.session().close());
            assertThat(db.tables()).containsOnlyKeys("user");
        }
    }

    @Test
    void nothingIsMadeBeforeTheFirstUseNorAfterTheEnd() {
        Path file = Folders.newFolder().resolve("data.db");
        Database db = Database.openLazy("sqlite:///" + file, User.class);
        assertThat(file).doesNotExist();
        db.close();
        assertThatThrownBy(() -> await(db.ping()))
                .isInstanceOf(SessionClosedException.class)
                .hasMessageContaining("closed");
        assertThat(file).doesNotExist();
    }

    @Test
    void manyFirstUsersStartItOnce() {
        try (Database db = Database.openLazy("sqlite://", User.class)) {
            List<Uni<Void>> pings = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                pings.add(db.ping());
            }
            await(Uni.join().all(pings).andFailFast());
            await(db.createAll()); // of the one in memory
            await(db.begin(session -> session.insert(new User("chonky"))));
        }
    }

    private static <T> T onLoop(Supplier<T> work) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            CompletableFuture<T> result = new CompletableFuture<>();
            vertx.runOnContext(ignored -> {
                try {
                    result.complete(work.get());
                } catch (Throwable failure) {
                    result.completeExceptionally(failure);
                }
            });
            return result.get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void onAnEventLoopALazyDatabaseStartsWithoutBlockingIt() throws Exception {
        try (Database db = Database.openLazy("sqlite://", User.class)) {
            assertThatThrownBy(() -> onLoop(db::session))
                    .rootCause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ping()");
            Vertx vertx = Vertx.vertx();
            try {
                CompletableFuture<Boolean> sameContext = new CompletableFuture<>();
                vertx.runOnContext(ignored -> {
                    Context caller = Vertx.currentContext();
                    db.ping()
                            .subscribe()
                            .with(
                                    done -> sameContext.complete(Vertx.currentContext() == caller),
                                    sameContext::completeExceptionally);
                });
                assertThat(sameContext.get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            } finally {
                vertx.close()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void openAsyncOpensOnEachSubscriptionWithoutBlockingAnEventLoop() throws Exception {
        Path file = Folders.newFolder().resolve("data.db");
        Uni<Database> opening = onLoop(() -> Database.openAsync("sqlite:///" + file, User.class));
        assertThat(file).doesNotExist();
        try (Database one = await(opening);
                Database other = await(opening)) {
            assertThat(one).isNotSameAs(other);
            await(one.createAll());
            assertThat(await(other.exists("user"))).isTrue();
        }
        assertThatThrownBy(() -> await(Database.openAsync("postgresql://ann:zq7secret@127.0.0.1:1/shop", User.class)))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageNotContaining("zq7");
    }

    @Test
    void whatWasOpenedForACancelledSubscriberIsClosed() {
        String url = PostgresServer.createDatabaseUrl();
        try (Database watch = Database.builder(url).applicationName("watch").open()) {
            UniAssertSubscriber<Database> subscriber = Database.builder(url)
                    .models(User.class)
                    .applicationName("cancelled")
                    .openAsync()
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create());
            subscriber.cancel();
            Awaitility.await()
                    .atMost(SOON)
                    .during(Duration.ofSeconds(2))
                    .until(() -> await(watch.connect(connection -> connection.select(
                                    "select 1 as n from pg_stat_activity where application_name = 'cancelled'")))
                            .isEmpty());
        }
    }

    @Test
    void severalDatabasesLiveSideBySide() {
        System.setProperty("database.url", "sqlite://");
        System.setProperty("databases.reports.url", "sqlite://");
        try (Database main = Database.fromConfig(User.class);
                Database reports = Database.fromConfig("reports", Tag.class)) {
            await(main.createAll());
            await(reports.createAll());
            await(main.begin(outer -> outer.insert(new User("chonky"))
                    .chain(() -> reports.begin(inner -> inner.insert(new Tag("a", "b"))))));
            assertThat(main.tables()).containsOnlyKeys("user");
            assertThat(reports.tables()).containsOnlyKeys("tag");
        } finally {
            System.clearProperty("database.url");
            System.clearProperty("databases.reports.url");
        }
    }

    @Test
    void pingAsksOnceMoreWhereTheConnectionIsDead() {
        String url = PostgresServer.createDatabaseUrl();
        try (Database db = Database.builder(url)
                        .models(User.class)
                        .poolSize(1)
                        .applicationName("pinged")
                        .open();
                Database other = Database.open(url)) {
            for (int i = 0; i < 3; i++) {
                await(db.ping());
                await(other.connect(connection -> connection.select(
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pinged'")));
                await(db.ping());
            }
        }
    }

    @Test
    void healthTellsWhatIsWrongAndNeverFails() throws IOException {
        try (Database db = Database.open("sqlite://", User.class)) {
            DatabaseHealth health = await(db.health());
            assertThat(health.ready()).isTrue();
            assertThat(health.problem()).isEmpty();
            assertThat(health.database()).isEqualTo("sqlite://");
            assertThat(health.pool().size()).isEqualTo(1);
            assertThat(health.took()).isPositive();
            assertThatThrownBy(() -> db.health(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        }
        try (Database db = Database.openLazy("postgresql://ann:zq7secret@127.0.0.1:1/shop", User.class)) {
            DatabaseHealth health = await(db.health());
            assertThat(health.ready()).isFalse();
            assertThat(health.reachable()).isFalse();
            assertThat(health.problem().orElseThrow()).contains("could not be reached");
            assertThat(health.toString()).doesNotContain("zq7");
        }
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Database db = Database.openLazy(
                        "postgresql://ann:zq7secret@127.0.0.1:" + silent.getLocalPort() + "/shop", User.class)) {
            await(db.health()); // starts it
            DatabaseHealth health = await(db.health(Duration.ofMillis(300)));
            assertThat(health.problem()).contains("It did not answer within 300 ms.");
            assertThat(health.took()).isGreaterThanOrEqualTo(Duration.ofMillis(250));
        }
    }

    /** Which alembic-bridge reads; its own tests show what becomes of it. */
    @Test
    @EffectOf({"migrations-include", "migrations-exclude"})
    void theTablesOfTheMigrationsAreKnown() {
        System.setProperty("database.url", "sqlite://");
        System.setProperty("database.migrations-include", "app_*,user");
        System.setProperty("database.migrations-exclude", "APP_draft?");
        try (Database configured = Database.fromConfig(User.class);
                Database built = Database.builder("sqlite://")
                        .migrationsExclude("audit.*")
                        .migrationsInclude("*t*")
                        .open();
                Database usual = Database.open("sqlite://", User.class)) {
            assertThat(configured.migratedTables())
                    .accepts("app_pet", "App_pet", "user", "app_drafts2")
                    .rejects("apps", "users", "pet", "app_drafts", "");
            assertThat(built.migratedTables()).accepts("audit", "t").rejects("audit.entry", "pe");
            assertThat(usual.migratedTables()).accepts("pet", "audit.entry");
        } finally {
            System.clearProperty("database.url");
            System.clearProperty("database.migrations-include");
            System.clearProperty("database.migrations-exclude");
        }
    }

    @Test
    @EffectOf("migrate-on-open")
    void nothingCanMigrateWithoutAlembicBridge() {
        System.setProperty("database.url", "sqlite://");
        System.setProperty("database.migrate-on-open", "true");
        try {
            assertThatThrownBy(() -> Database.fromConfig(User.class))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageEndingWith("Add the dependency dev.unirow:alembic-bridge.");
        } finally {
            System.clearProperty("database.url");
            System.clearProperty("database.migrate-on-open");
        }
    }

    @Test
    void whatIsToBeDoneAtTheOpeningIsDoneBeforeAnybodyHasIt() {
        List<String> done = new ArrayList<>();
        try (Database db = Database.builder("sqlite://")
                .models(User.class)
                .onOpen(Database::createAll)
                .onOpen(opening -> opening.connect(
                                connection -> connection.select("select count(*) as n from \"user\""))
                        .invoke(rows -> done.add(String.valueOf(rows.get(0).get("n")))))
                .open()) {
            assertThat(done).containsExactly("0");
            assertThat(await(db.exists("user"))).isTrue();
        }
        IllegalArgumentException own = new IllegalArgumentException("no");
        AtomicReference<Database> left = new AtomicReference<>();
        DatabaseBuilder failing = Database.builder("sqlite://")
                .models(User.class)
                .onOpen(opening -> {
                    left.set(opening);
                    return Uni.createFrom().failure(own);
                });
        assertThatThrownBy(failing::open).isSameAs(own);
        assertThatThrownBy(() -> await(left.get().ping())).hasMessageContaining("closed");
        assertThatThrownBy(() -> await(failing.openAsync())).isSameAs(own);
        assertThatThrownBy(failing::openLazy)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("migrateOnOpen and onOpen");
    }

    /** Which alembic-bridge reads; its own tests show what becomes of it. */
    @Test
    @EffectOf({"migrations-version-table", "migrations-version-schema"})
    void theVersionTableOfTheMigrationsIsKnown() {
        System.setProperty("database.url", "sqlite://");
        System.setProperty("database.migrations-version-table", "shop_version");
        System.setProperty("database.migrations-version-schema", "audit");
        try (Database configured = Database.fromConfig(User.class);
                Database built = Database.builder("sqlite://")
                        .migrationsVersionSchema("audit")
                        .migrationsVersionTable("shop_version")
                        .open();
                Database usual = Database.open("sqlite://", User.class)) {
            assertThat(configured.versionTable())
                    .isEqualTo(new VersionTableName("shop_version", "audit"))
                    .isEqualTo(built.versionTable());
            assertThat(usual.versionTable()).isEqualTo(new VersionTableName("alembic_version", null));
        } finally {
            System.clearProperty("database.url");
            System.clearProperty("database.migrations-version-table");
            System.clearProperty("database.migrations-version-schema");
        }
    }

    /** Which alembic-bridge reads; its own tests show what becomes of it. */
    @Test
    @EffectOf("migrations")
    void theFolderOfTheMigrationsIsKnown() {
        System.setProperty("database.url", "sqlite://");
        System.setProperty("database.migrations", "db/revisions");
        try (Database configured = Database.fromConfig(User.class);
                Database built = Database.builder("sqlite://")
                        .migrations(Path.of("elsewhere"))
                        .open();
                Database usual = Database.open("sqlite://", User.class)) {
            assertThat(configured.migrations()).isEqualTo(Path.of("db/revisions"));
            assertThat(built.migrations()).isEqualTo(Path.of("elsewhere"));
            assertThat(usual.migrations()).isEqualTo(Path.of("migrations"));
        } finally {
            System.clearProperty("database.url");
            System.clearProperty("database.migrations");
        }
    }

    @Test
    void aDatabaseThatIsClosedIsNotReady() {
        Database db = Database.open("sqlite://", User.class);
        db.close();
        assertThat(await(db.health()).ready()).isFalse();
        assertThatThrownBy(() -> await(db.ping()))
                .isInstanceOf(SessionClosedException.class)
                .hasMessageContaining("close() was called on it");
        assertThatThrownBy(db::session).isInstanceOf(SessionClosedException.class);
    }
}
