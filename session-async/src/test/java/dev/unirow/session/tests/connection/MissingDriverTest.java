package dev.unirow.session.tests.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import dev.unirow.testing.PostgresServer;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A driver that is not on the class path is named, as the dependency to add. */
@Tag("slow")
class MissingDriverTest {
    @ParameterizedTest
    @CsvSource({
        "sqlite+aiosqlite:///data.db, driver-sqlite, dev.unirow:driver-sqlite",
        "postgresql://ann:secret@localhost/shop, vertx-pg-client, io.vertx:vertx-pg-client",
        "mariadb+asyncmy://ann:secret@localhost/shop, vertx-mysql-client, io.vertx:vertx-mysql-client"
    })
    void theDependencyIsNamed(String url, String jar, String dependency) throws Exception {
        try (URLClassLoader without = classPathWithout(jar)) {
            Class<?> database = without.loadClass("dev.unirow.session.Database");

            assertThatThrownBy(() -> database.getMethod("open", String.class, Class[].class)
                            .invoke(null, url, new Class<?>[0]))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Add the dependency '" + dependency + "'.")
                    .hasMessageNotContaining("secret");
        }
    }

    @Nested
    @OnDatabase(DatabaseKind.POSTGRESQL)
    class OfPostgres {
        @Test
        void theLibraryForPasswordsOfPostgresIsNamedWhereverItIsMissed() throws Exception {
            PostgresServer.createUser("scrambled", "zq7secret");
            String url = "postgresql://scrambled:zq7secret@127.0.0.1:" + PostgresServer.port() + "/"
                    + PostgresServer.createDatabase();

            try (URLClassLoader without = classPathWithout("scram-c")) { // scram-client and scram-common
                Object failures = without.loadClass(FirstFailures.class.getName())
                        .getMethod("of", String.class)
                        .invoke(null, url);

                assertThat((List<?>) failures)
                        .hasSize(7)
                        .allSatisfy(failure -> assertThat(failure.toString())
                                .startsWith("java.lang.IllegalStateException: Cannot log in: ")
                                .contains("Add the dependency 'com.ongres.scram:scram-client'.")
                                .doesNotContain("could not be reached", "zq7secret"));
            }
            assertThat(FirstFailures.of(url)).isEmpty();
        }
    }

    private static URLClassLoader classPathWithout(String jar) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        URL[] urls = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.contains(jar))
                .map(MissingDriverTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
