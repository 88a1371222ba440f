package dev.unirow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A kind of database that a contract is checked on. A contract's subclass names one by implementing its interface. */
public interface DatabaseTarget {
    /** The URL of a new, empty database. */
    String newDatabaseUrl();

    /** Whether this kind of database is a server that other connections can reach while a session holds one. */
    default boolean isServer() {
        return false;
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
    }
}
