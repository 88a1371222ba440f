package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.session.Database;
import dev.unirow.session.DatabaseUnavailableException;
import dev.unirow.session.Echo;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.CapturedLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No log, message, text or stack trace shows a password, however a URL carries it and whether it is right or wrong. */
abstract class PasswordsContract {
    private static final AtomicInteger USERS = new AtomicInteger();

    /** Each begins with something that nothing else contains. */
    private static final List<String> PASSWORDS =
            List.of("zq7plain", "zq7 @:/?#[]&=+;,%41", "zq7'\"\\\\`$(x)<>{}|^~", "zq7ünïcødé€🔑");

    abstract String scheme();

    abstract int port();

    abstract String newDatabase();

    abstract void createUser(String name, String password);

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Map<String, String> urls(String user, String password, String database) {
        String address = "127.0.0.1:" + port() + "/" + database;
        return Map.of(
                "before the host", scheme() + "://" + user + ":" + encoded(password) + "@" + address,
                "as an option", scheme() + "://" + user + "@" + address + "?password=" + encoded(password),
                "as JDBC has it",
                        "jdbc:" + scheme() + "://" + address + "?user=" + user + "&password=" + encoded(password),
                "for Vert.x", "vertx-reactive:" + scheme() + "://" + user + ":" + encoded(password) + "@" + address,
                "with a driver", scheme() + "+driver://" + user + ":" + encoded(password) + "@" + address);
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private static void assertSilent(CapturedLog log, String... texts) {
        assertThat(Stream.of(log.lines().stream(), log.traces().stream(), Stream.of(texts))
                        .flatMap(all -> all)
                        .filter(text -> text.contains("zq7")))
                .isEmpty();
    }

    @Test
    void theRightPasswordOpensAndTheWrongOneIsRefusedAndNeitherIsShown() {
        String database = newDatabase();
        for (String password : PASSWORDS) {
            String user = "secretive_" + USERS.incrementAndGet();
            createUser(user, password);
            try (CapturedLog log = CapturedLog.of("")) {
                urls(user, password, database).forEach((way, url) -> {
                    try (Database db = Database.builder(url)
                            .models(User.class)
                            .echo(Echo.ON)
                            .open()) {
                        await(db.ping());
                        assertThat(db.toString()).as(way).contains(user + ":***@");
                        assertSilent(log, db.toString());
                    }
                });
                urls(user, password + "x", database).forEach((way, url) -> {
                    Throwable failure = catchThrowable(() -> Database.open(url, User.class));
                    assertThat(failure).as(way).isInstanceOf(DatabaseUnavailableException.class);
                    assertSilent(log, trace(failure));
                });
                assertThat(log.lines()).isNotEmpty();
                assertSilent(log);
            }
        }
    }

    @Test
    void theConfigurationShowsNoPassword() {
        String user = "secretive_" + USERS.incrementAndGet();
        createUser(user, PASSWORDS.get(1));
        String database = newDatabase();
        try (CapturedLog log = CapturedLog.of("")) {
            System.setProperty(
                    "database.url", urls(user, PASSWORDS.get(1), database).get("before the host"));
            try (Database db = Database.fromConfig(User.class)) {
                assertSilent(log, db.toString());
            }
            System.setProperty("database.ecko", "on");
            assertSilent(log, trace(catchThrowable(() -> Database.fromConfig(User.class))));
            System.clearProperty("database.ecko");
            System.setProperty("database.pool.size", "many");
            assertSilent(log, trace(catchThrowable(() -> Database.fromConfig(User.class))));
            System.clearProperty("database.pool.size");
            System.setProperty("database.url", scheme() + "://ann:zq7secret@127.0.0.1:99999/shop");
            assertSilent(log, trace(catchThrowable(() -> Database.fromConfig(User.class))));
        } finally {
            List.of("database.url", "database.ecko", "database.pool.size").forEach(System::clearProperty);
        }
    }

    /** What a program of its own writes to its console. */
    private static String program(Map<String, String> environment) {
        try {
            ProcessBuilder program = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Dfile.encoding=UTF-8",
                            "-Dsun.jnu.encoding=UTF-8",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            OpenFromEnvironment.class.getName())
                    .redirectErrorStream(true);
            program.environment().putAll(environment);
            Process process = program.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return printed;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES) // each program starts a machine of its own
    void theUrlOfTheEnvironmentShowsNoPassword() {
        String user = "secretive_" + USERS.incrementAndGet();
        String password = PASSWORDS.get(1);
        createUser(user, password);
        String database = newDatabase();
        Map<String, String> right = urls(user, password, database);
        Map<String, String> wrong = urls(user, password + "x", database);

        String opened = program(Map.of("DATABASE_URL", right.get("before the host"), "DATABASE_ECHO", "on"));
        assertThat(opened).contains(OpenFromEnvironment.OPENED, user + ":***@").doesNotContain("zq7");
        assertThat(program(Map.of("DATABASE_URL", wrong.get("as JDBC has it"))))
                .contains(DatabaseUnavailableException.class.getSimpleName())
                .doesNotContain("zq7");
        assertThat(program(Map.of("DATABASE_URL", right.get("for Vert.x"), "DATABASE_POOL_SIZE", "many")))
                .contains("Exception")
                .doesNotContain("zq7");
        assertThat(program(Map.of("DATABASE_URL", scheme() + "://ann:zq7secret@127.0.0.1:99999/shop")))
                .contains("Exception")
                .doesNotContain("zq7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SCHEME://ann:zq7secret@127.0.0.1:none/shop",
                "SCHEME://ann:zq7secret@127.0.0.1:99999/shop",
                "SCHEME://ann:zq7secret@127.0.0.1",
                "SCHEME://ann:zq7secret@127.0.0.1/shop?colour=zq7red",
                "SCHEME://ann:zq7secret@127.0.0.1/shop?password=zq7other",
                "SCHEME://ann:zq7secret@127.0.0.1/shop?zq",
                "SCHEME://ann:zq7%zzsecret@127.0.0.1/shop",
                "SCHEME://ann:zq7sec@ret@127.0.0.1:1/shop",
                "SCHEME://127.0.0.1:1/shop?user=ann&password=zq7%zz",
                "SCHEME://127.0.0.1:1/shop?user=ann&password=zq7p@ss",
                "SCHEME://127.0.0.1:1?user=ann&password=zq7secret",
                "SCHEME:ann:zq7secret@127.0.0.1/shop",
                "SCHEME://ann:zq7secret@nowhere.invalid/shop",
                "ann:zq7secret@127.0.0.1/shop",
                "oracle://ann:zq7secret@127.0.0.1/shop",
                "jdbc:oracle:thin:ann/zq7secret@127.0.0.1:1521/shop"
            })
    void aUrlThatCannotBeUsedShowsNoPassword(String url) {
        try (CapturedLog log = CapturedLog.of("")) {
            Supplier<String> attempt =
                    () -> trace(catchThrowable(() -> Database.open(url.replace("SCHEME", scheme()), User.class)));

            assertSilent(log, attempt.get());
        }
    }
}
