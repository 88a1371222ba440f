package dev.unirow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A kind of database that a contract is checked on. A contract's subclass names one by implementing its interface. */
public interface DatabaseTarget {
    /** The URL of a new, empty database. */
    String newDatabaseUrl();

    /** Whether this kind of database is a server that other connections can reach while a session holds one. */
    default boolean isServer() {
        return false;
    }

    /** Whether the database says which foreign key was broken. */
    default boolean tellsForeignKeys() {
        return isServer();
    }

    /** Whether a transaction locks the rows that it writes, and not the whole database. */
    default boolean locksRows() {
        return isServer();
    }

    /** Whether transactions can be less than serializable. */
    default boolean hasWeakerIsolation() {
        return isServer();
    }

    /** A query for the connections to the present database that wait for a lock; none where only the driver knows. */
    default Optional<String> waitingForLocks() {
        return Optional.empty();
    }

    /** Ends, on the server's side, all connections to the database of the URL. */
    default void killConnections(String url) {
        throw new UnsupportedOperationException("There is no server that could.");
    }

    /** A file of SQLite. */
    interface OnSqliteFile extends DatabaseTarget {
        @Override
        default String newDatabaseUrl() {
            return "sqlite:///" + newFolder().resolve("test.db");
        }

        /** A new folder below the module's build folder. */
        static Path newFolder() {
            try {
                Path parent = Files.createDirectories(
                        Path.of("target", "test-databases").toAbsolutePath());
                return Files.createTempDirectory(parent, "db");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** SQLite in memory. */
    interface OnSqliteMemory extends DatabaseTarget {
        @Override
        default String newDatabaseUrl() {
            return "sqlite://";
        }
    }

    /** PostgreSQL, started by the tests. */
    interface OnPostgres extends DatabaseTarget {
        @Override
        default String newDatabaseUrl() {
            return PostgresServer.createDatabaseUrl();
        }

        @Override
        default boolean isServer() {
            return true;
        }

        @Override
        default void killConnections(String url) {
            PostgresServer.execute(
                    "postgres",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                            + URI.create(url).getPath().substring(1) + "'");
        }

        @Override
        default Optional<String> waitingForLocks() {
            return Optional.of(
                    "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        }
    }

    /** MariaDB, started by the tests. */
    interface OnMariaDb extends DatabaseTarget {
        @Override
        default String newDatabaseUrl() {
            return MariaDbServer.createDatabaseUrl();
        }

        @Override
        default boolean isServer() {
            return true;
        }

        @Override
        default void killConnections(String url) {
            MariaDbServer.execute(
                    "mysql",
                    "begin not atomic for victim in (select id from information_schema.processlist where db = '"
                            + URI.create(url).getPath().substring(1)
                            + "') do execute immediate concat('kill ', victim.id); end for; end");
        }

        @Override
        default Optional<String> waitingForLocks() {
            return Optional.of("select p.id from information_schema.innodb_trx t join information_schema.processlist p "
                    + "on p.id = t.trx_mysql_thread_id where t.trx_state = 'LOCK WAIT' and p.db = database()");
        }
    }
}
