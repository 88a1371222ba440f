package dev.unirow.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.testing.Folders;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where settings come from, which of them wins, and what is refused. The environment is a map here, and files are real.
 */
class ConfigurationTest {
    private final Path folder = Folders.newFolder();
    private final ClassLoader former = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void putFolderOnTheClassPath() throws IOException {
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {folder.toUri().toURL()}, former));
    }

    @AfterEach
    void restoreTheClassPath() throws IOException {
        ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
        Thread.currentThread().setContextClassLoader(former);
        System.clearProperty("database.url");
        System.clearProperty("database.ecko");
        System.clearProperty("smallrye.config.profile");
    }

    private void file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void properties(String text) {
        file("application.properties", text);
    }

    private static DatabaseConfig read(String... environment) {
        Map<String, String> variables = environment.length == 0 ? Map.of() : Map.of(environment[0], environment[1]);
        return Configuration.ofEnvironment(variables).database();
    }

    @Test
    void anEarlierSourceWins() {
        properties("database.url=sqlite:///of-file.db");
        assertThat(read().url()).contains("sqlite:///of-file.db");
        assertThat(read("DATABASE_URL", "sqlite:///of-environment.db").url()).contains("sqlite:///of-environment.db");
        System.setProperty("database.url", "sqlite:///of-property.db");
        assertThat(read("DATABASE_URL", "sqlite:///of-environment.db").url()).contains("sqlite:///of-property.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyVariableHidesNothing(String empty) {
        properties("database.url=sqlite:///of-file.db");
        assertThat(read("DATABASE_URL", empty).url()).contains("sqlite:///of-file.db");
    }

    @Test
    void anEmptyVariableAloneIsAsNone() {
        assertThat(read("DATABASE_URL", "").url()).isEmpty();
        assertThatThrownBy(() -> Database.open(read("DATABASE_URL", "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No database is configured. Set the environment variable DATABASE_URL, or database.url in "
                        + "application.properties, for example to sqlite:///data.db.");
    }

    @Test
    void groupsOfKeysAreReadFromTheEnvironmentToo() {
        assertThat(read("DATABASE_POOL_ACQUIRE_TIMEOUT", "5s").pool().acquireTimeout())
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(read("DATABASE_TLS_MODE", "verify-full").tls().mode()).contains(TlsMode.VERIFY_FULL);
        assertThat(read("DATABASE_ISOLATION", "REPEATABLE_READ").isolation()).contains(Isolation.REPEATABLE_READ);
    }

    @Test
    void yamlIsReadWhereItsSourceIsPresent() {
        file("application.yaml", """
                database:
                  url: sqlite:///of-yaml.db
                  search-path: [app, public]
                  pool:
                    size: 3
                    idle-timeout: 1m
                databases:
                  reports:
                    url: sqlite:///reports.db
                """);
        DatabaseConfig config = read();
        assertThat(config.url()).contains("sqlite:///of-yaml.db");
        assertThat(config.searchPath().orElseThrow()).containsExactly("app", "public");
        assertThat(config.pool().size()).isEqualTo(3);
        assertThat(config.pool().idleTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(Configuration.ofEnvironment(Map.of()).database("reports").url())
                .contains("sqlite:///reports.db");
    }

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "30s, PT30S",
        "30 s, PT30S",
        "30, PT30S",
        "PT30S, PT30S",
        "1.5s, PT1.5S",
        "5m, PT5M",
        "5min, PT5M",
        "2h, PT2H",
        "1d, PT24H",
        "0, PT0S"
    })
    void durationsAreReadInTheUsualNotations(String text, Duration expected) {
        properties("database.statement-timeout=" + text);
        assertThat(read().statementTimeout()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "30x", "-", "5 m 3"})
    void whatIsNoDurationIsRefusedWithItsKey(String text) {
        properties("database.statement-timeout=" + text);
        assertThatThrownBy(ConfigurationTest::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("database.statement-timeout")
                .hasMessageContaining("'" + text + "' is no duration");
    }

    @ParameterizedTest
    @CsvSource({
        "database.ecko, database.echo",
        "database.uri, database.url",
        "database.pool-size, database.pool.size",
        "database.pool.sise, database.pool.size",
        "database.conect-timeout, database.pool.connect-timeout",
        "database.root-certificate, database.tls.root-certificate",
        "%dev.database.echoo, database.echo",
        "database.isolation-level, database.isolation"
    })
    void anUnknownKeyOfAFileIsRefusedWithTheNearest(String key, String nearest) {
        properties(key + "=on");
        assertThatThrownBy(ConfigurationTest::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The key '" + key + "'")
                .hasMessageContaining("application.properties")
                .hasMessageContaining("is unknown. Did you mean '" + nearest + "'?");
    }

    @Test
    void anUnknownKeyOfYamlOrASystemPropertyIsRefusedToo() {
        file("application.yaml", "database:\n  pool:\n    max-size: 3\n");
        assertThatThrownBy(ConfigurationTest::read).hasMessageContaining("database.pool.max-size");
        file("application.yaml", "database:\n  pool:\n    size: 3\n");
        System.setProperty("database.ecko", "on");
        assertThatThrownBy(ConfigurationTest::read).hasMessageContaining("Did you mean 'database.echo'?");
    }

    @Test
    void theEnvironmentMayHoldVariablesOfOthers() {
        assertThat(read("DATABASE_HOST", "db.example").url()).isEmpty();
    }

    @Test
    void severalDatabasesHaveTheSameKeysEach() {
        properties("""
                databases.reports.url=sqlite:///reports.db
                databases.reports.pool.size=2
                databases.archive.url=sqlite:///archive.db
                """);
        Configuration configuration =
                Configuration.ofEnvironment(Map.of("DATABASES_ARCHIVE_URL", "sqlite:///other.db"));
        assertThat(configuration.database("reports").pool().size()).isEqualTo(2);
        assertThat(configuration.database("archive").url()).contains("sqlite:///other.db");
        assertThat(configuration.database("archive").pool().size()).isEqualTo(10);
        assertThatThrownBy(() -> configuration.database("report"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "No database 'report' is configured. Did you mean 'reports'? Set databases.report.url in "
                                + "application.properties, or DATABASES_REPORT_URL in the environment. Configured are archive, reports.");
        properties("databases.reports.url=sqlite://\ndatabases.reports.pol.size=2");
        assertThatThrownBy(() -> Configuration.ofEnvironment(Map.of()).database("reports"))
                .hasMessageContaining("Did you mean 'databases.reports.pool.size'?");
    }

    @Test
    void profilesAreSmallRyes() {
        properties("database.url=sqlite:///usual.db\n%test.database.url=sqlite:///test.db");
        assertThat(read().url()).contains("sqlite:///usual.db");
        System.setProperty("smallrye.config.profile", "test");
        assertThat(read().url()).contains("sqlite:///test.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a${b}c", "a$$b", "${", "$", "\\${x}", "a\\b", "${a:b}", "%41", "x,y", "{}"})
    void whatStandsInTheEnvironmentIsTakenAsItIs(String password) {
        assertThat(read("DATABASE_PASSWORD", password).password()).contains(password);
        properties("database.password=${SECRET}");
        assertThat(read("SECRET", password).password()).contains(password);
    }

    @Test
    void expressionsOfFilesStandForOtherValues() {
        Supplier<String> password = () -> read("NAME", "ann").password().orElseThrow();
        properties("database.password=<${NAME}|${OTHER:none}>");
        assertThat(password.get()).isEqualTo("<ann|none>");
        properties("database.password=a$$b$c");
        assertThat(password.get()).isEqualTo("a$$b$c");
        properties("database.password=\\\\${NAME} ${NAME}");
        assertThat(password.get()).isEqualTo("${NAME} ann");
        properties("database.password=zq7${NOWHERE}");
        assertThatThrownBy(password::get)
                .hasMessageContaining("The value of 'database.password' refers to 'NOWHERE'")
                .hasMessageNotContaining("zq7");
        properties("database.password=${database.user}\ndatabase.user=${database.password}");
        assertThatThrownBy(password::get).hasMessageContaining("refers to itself");
    }
}
