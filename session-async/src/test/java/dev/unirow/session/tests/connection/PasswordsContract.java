package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.session.Database;
import dev.unirow.session.DatabaseBuilder;
import dev.unirow.session.DatabaseConfig;
import dev.unirow.session.Echo;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.exception.UnirowException;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.Capability;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Folders;
import dev.unirow.testing.JavaProgram;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.PostgresServer;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No log, message, text or stack trace shows a password, however a URL carries it and whether it is right or wrong. */
@EachDatabase
@Requires(Capability.SERVER)
class PasswordsContract {
    private static final AtomicInteger USERS = new AtomicInteger();

    /** What only passwords contain, at their beginning and at their end, however they are written. */
    private static final List<String> MARKS = List.of("zq7", "qz9");

    /**
     * What stands between the marks: each character that means something to a URL, a file, SQL or an expression, and
     * more.
     */
    private static final List<String> AWKWARD = List.of(
            "plain",
            " ",
            "@",
            ":",
            "/",
            "?",
            "#",
            "[]",
            "%",
            "%41",
            "%zz",
            "&",
            "=",
            "+",
            ";",
            ",",
            "'",
            "\"",
            "\\",
            "\\\\n",
            "`",
            "$",
            "$$",
            "${x}",
            "${x:y}",
            "\\${x}",
            "#{x}",
            "{}",
            "<>|^~",
            "!*()",
            "@127.0.0.1:1/other?x=y",
            "?password=other&user=root",
            "//:@/",
            "' or ''='",
            "--/*",
            "\t",
            "ünïcødé",
            "€",
            "密码",
            "🔑");

    private static final List<String> PASSWORDS =
            AWKWARD.stream().map(text -> "zq7" + text + "qz9").toList();

    DatabaseTarget target;

    private boolean isPostgres() {
        return target.kind() == DatabaseKind.POSTGRESQL;
    }

    private String scheme() {
        return isPostgres() ? "postgresql" : "mariadb";
    }

    private int port() {
        return isPostgres() ? PostgresServer.port() : MariaDbServer.port();
    }

    private String newDatabase() {
        return isPostgres() ? PostgresServer.createDatabase() : MariaDbServer.createDatabase();
    }

    private void createUser(String name, String password) {
        if (isPostgres()) {
            PostgresServer.createUser(name, password);
        } else {
            MariaDbServer.createUser(name, password);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Each byte as a percent sign and two digits. */
    private static String fullyEncoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format("%%%02x", part));
        }
        return encoded.toString();
    }

    private String address(String database) {
        return "127.0.0.1:" + port() + "/" + database;
    }

    private Map<String, String> urls(String user, String password, String database) {
        String address = address(database);
        String encoded = encoded(password);
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put("before the host", scheme() + "://" + user + ":" + encoded + "@" + address);
        urls.put("each byte encoded", scheme() + "://" + user + ":" + fullyEncoded(password) + "@" + address);
        urls.put("with a driver", scheme() + "+driver://" + user + ":" + encoded + "@" + address + "?pool_size=3");
        urls.put("as an option", scheme() + "://" + user + "@" + address + "?password=" + encoded + "&pool_size=3");
        urls.put("as JDBC has it", "jdbc:" + scheme() + "://" + address + "?user=" + user + "&password=" + encoded);
        urls.put("for Vert.x", "vertx-reactive:" + scheme() + "://" + user + ":" + encoded + "@" + address);
        if (!password.contains("%") && !password.contains("@127.")) {
            urls.put("as it is", scheme() + "://" + user + ":" + password + "@" + address);
        }
        return urls;
    }

    /** The ways to say it other than in a URL that a program writes. */
    private Map<String, Supplier<DatabaseBuilder>> others(String user, String password, String database) {
        String address = scheme() + "://" + address(database);
        String url = scheme() + "://" + user + ":" + encoded(password) + "@" + address(database);
        String inFile = password.replaceAll("\\$\\{[^}]*}", "\\\\$0"); // an expression in a file
        Map<String, Supplier<DatabaseBuilder>> ways = new LinkedHashMap<>();
        ways.put("builder", () -> Database.builder(address).user(user).password(password));
        ways.put("property url", () -> configured(Map.of("database.url", url)));
        ways.put(
                "property password",
                () -> configured(
                        Map.of("database.url", address, "database.user", user, "database.password", password)));
        ways.put("file url", () -> fromFile("application.properties", properties(Map.of("database.url", url))));
        ways.put(
                "file password",
                () -> fromFile(
                        "application.properties",
                        properties(
                                Map.of("database.url", address, "database.user", user, "database.password", inFile))));
        ways.put(
                "yaml",
                () -> fromFile(
                        "application.yaml",
                        "database:\n  url: " + address + "\n  user: " + user + "\n  password: \""
                                + inFile.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n"));
        return ways;
    }

    private static DatabaseBuilder configured(Map<String, String> properties) {
        properties.forEach(System::setProperty);
        try {
            DatabaseConfig config = DatabaseConfig.read();
            assertThat(config.toString()).doesNotContain("zq7");
            return Database.builder(config);
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    private static String properties(Map<String, String> entries) {
        Properties properties = new Properties();
        properties.putAll(entries);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static DatabaseBuilder fromFile(String name, String text) {
        ClassLoader former = Thread.currentThread().getContextClassLoader();
        Path folder = Folders.newFolder();
        try {
            Files.writeString(folder.resolve(name), text);
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, former)) {
                Thread.currentThread().setContextClassLoader(loader);
                return Database.builder(DatabaseConfig.read());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Thread.currentThread().setContextClassLoader(former);
        }
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private static void assertSilent(CapturedLog log, String... texts) {
        assertThat(Stream.of(log.lines().stream(), log.traces().stream(), Stream.of(texts))
                        .flatMap(all -> all)
                        .filter(text -> MARKS.stream().anyMatch(text::contains) || text.contains(fullyEncoded("zq7"))))
                .isEmpty();
    }

    static List<String> passwords() {
        return PASSWORDS;
    }

    @Test
    void thereAreFortyPasswords() {
        assertThat(PASSWORDS).hasSize(40).doesNotHaveDuplicates();
    }

    /** Each password on some of the ways, each way with many of the passwords. */
    @ParameterizedTest
    @MethodSource("passwords")
    @EffectOf({"url", "user", "password"})
    void theRightPasswordOpensAndTheWrongOneIsRefusedAndNeitherIsShown(String password) {
        int turn = PASSWORDS.indexOf(password);
        check(password, way -> (way + turn) % 4 == 0);
    }

    @ParameterizedTest
    @MethodSource("passwords")
    @Tag("deep")
    void eachPasswordOpensOnEachWayAndIsNotShown(String password) {
        check(password, way -> true);
    }

    private void check(String password, IntPredicate wanted) {
        String database = newDatabase();
        String user = "secretive_" + USERS.incrementAndGet();
        createUser(user, password);
        try (CapturedLog log = CapturedLog.of("")) {
            Map<String, Supplier<DatabaseBuilder>> all = others(user, password, database);
            urls(user, password, database).forEach((way, url) -> all.put(way, () -> Database.builder(url)));
            List<String> names = new ArrayList<>(all.keySet());
            for (int i = 0; i < names.size(); i++) {
                if (!wanted.test(i)) {
                    continue;
                }
                String way = names.get(i);
                try (Database db = all.get(way).get().echo(Echo.ON).open()) {
                    assertThat(db.toString()).as(way).contains(user + ":***@");
                    assertSilent(log, db.toString(), await(db.health()).toString());
                } catch (UnirowException refused) {
                    throw new AssertionError(way, refused);
                }
            }
            String wrong = urls(user, password + "x", database).get("before the host");
            Throwable failure = catchThrowable(() -> Database.open(wrong));
            assertThat(failure).isInstanceOf(DatabaseUnavailableException.class);
            assertThat(log.lines()).isNotEmpty();
            assertSilent(log, trace(failure));
        }
    }

    /** With models, as Hibernate writes its settings and theirs to its log. */
    @Test
    void hibernateShowsNoPasswordAmongItsSettings() {
        String user = "secretive_" + USERS.incrementAndGet();
        String database = newDatabase();
        createUser(user, PASSWORDS.get(2));
        urls(user, PASSWORDS.get(2), database).forEach((way, url) -> {
            try (CapturedLog log = CapturedLog.of("");
                    Database db = Database.open(url, User.class)) {
                await(db.ping());
                assertThat(log.lines()).hasSizeGreaterThan(100);
                assertSilent(log);
            }
        });
    }

    @Test
    void theConfigurationShowsNoPassword() {
        String user = "secretive_" + USERS.incrementAndGet();
        createUser(user, PASSWORDS.get(2));
        String database = newDatabase();
        try (CapturedLog log = CapturedLog.of("")) {
            System.setProperty(
                    "database.url", urls(user, PASSWORDS.get(2), database).get("before the host"));
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
            ProcessBuilder program = JavaProgram.of(OpenFromEnvironment.class)
                    .with("-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8")
                    .process()
                    .redirectErrorStream(true);
            program.environment().putAll(environment);
            Process process = program.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            return printed;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
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
