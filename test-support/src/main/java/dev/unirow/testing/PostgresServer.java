package dev.unirow.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL server a test process, started at first use on a free port of the loopback interface and stopped with
 * the process. Each test asks for a database of its own.
 */
public final class PostgresServer {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private PostgresServer() {}

    /**
     * Ends the server, and its data, when the test process closes the pipe: also when that one is killed, and without
     * making it wait until hundreds of databases are deleted.
     */
    private static final String WATCH =
            "read -r line; server=$(head -n 1 \"$1/postmaster.pid\"); kill -QUIT \"$server\"; "
                    + "while kill -0 \"$server\" 2>/dev/null; do sleep 0.1; done; rm -rf \"$1\"";

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                Path data = Files.createTempDirectory("unirow-postgres");
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(Waiting.LIMIT)
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "off")
                        .start();
                new ProcessBuilder("sh", "-c", WATCH, "sh", data.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start.", e);
            }
        }
    }

    /** A server that one test has for itself. */
    public static OwnServer own() {
        return new OwnPostgres();
    }

    /** The port that the server listens on. */
    public static int port() {
        return Holder.SERVER.getPort();
    }

    /** A new, empty database; its name. */
    public static String createDatabase() {
        String name = "test_" + COUNTER.incrementAndGet();
        execute("postgres", "create database " + name);
        return name;
    }

    /** A URL of a new, empty database, as Python writes it. */
    public static String createDatabaseUrl() {
        return url(createDatabase());
    }

    /** The URL of the named database, as Python writes it. */
    public static String url(String database) {
        return "postgresql+asyncpg://postgres:postgres@127.0.0.1:" + port() + "/" + database;
    }

    /** A new user who must tell the password, which the others need not. */
    public static void createUser(String name, String password) {
        execute("postgres", "create role " + name + " superuser login password '" + password.replace("'", "''") + "'");
        execute("postgres", """
                do $$ begin
                  execute format('copy (values (%L), (%L), (%L)) to %L',
                      'local all all trust', 'host all postgres 127.0.0.1/32 trust', 'host all all 127.0.0.1/32 scram-sha-256',
                      current_setting('hba_file'));
                  perform pg_reload_conf();
                end $$""");
    }

    /** Runs one statement over a blocking connection of its own, beside whatever the test does. */
    public static void execute(String database, String sql) {
        try (Connection connection =
                        Holder.SERVER.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not run '" + sql + "' on " + database + ".", e);
        }
    }
}
