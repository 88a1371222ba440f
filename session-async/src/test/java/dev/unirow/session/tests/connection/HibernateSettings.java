package dev.unirow.session.tests.connection;

import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.Folders;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.PostgresServer;
import java.util.HashMap;
import java.util.Map;

/** How Hibernate is told of a new database. */
final class HibernateSettings {
    private HibernateSettings() {}

    static Map<String, Object> reactive(DatabaseTarget target) {
        return of(target, "");
    }

    static Map<String, Object> jdbc(DatabaseTarget target) {
        return of(target, "jdbc:");
    }

    /** With our dialect where Hibernate would find another one. */
    static Map<String, Object> jdbcInOurDialect(DatabaseTarget target) {
        Map<String, Object> settings = new HashMap<>(jdbc(target));
        switch (target.kind()) {
            case SQLITE_FILE, SQLITE_MEMORY ->
                settings.put("hibernate.dialect", "dev.unirow.sqlite.dialect.SqliteDialect");
            case POSTGRESQL, MARIADB -> {}
        }
        return settings;
    }

    private static Map<String, Object> of(DatabaseTarget target, String prefix) {
        return switch (target.kind()) {
            case POSTGRESQL ->
                server(
                        prefix + "postgresql://127.0.0.1:" + PostgresServer.port() + "/"
                                + PostgresServer.createDatabase(),
                        "postgres",
                        "postgres");
            case MARIADB ->
                server(
                        prefix + "mariadb://127.0.0.1:" + MariaDbServer.port() + "/" + MariaDbServer.createDatabase(),
                        MariaDbServer.USER,
                        MariaDbServer.PASSWORD);
            case SQLITE_FILE, SQLITE_MEMORY ->
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        "jdbc:sqlite:" + Folders.newFolder().resolve("given.db"));
        };
    }

    private static Map<String, Object> server(String url, String user, String password) {
        return Map.of(
                "jakarta.persistence.jdbc.url",
                url,
                "jakarta.persistence.jdbc.user",
                user,
                "jakarta.persistence.jdbc.password",
                password);
    }
}
