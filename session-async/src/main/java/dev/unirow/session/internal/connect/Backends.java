package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.hr.Backend;

/** Opens the backend that a URL asks for. */
public final class Backends {
    private Backends() {}

    /**
     * Opens, without waiting for a server; a file of SQLite is opened and checked at once.
     *
     * @throws IllegalStateException if the driver is not on the class path; the message names the dependency
     * @throws IllegalArgumentException if an option of the URL is unknown or wrong
     */
    public static Backend open(DatabaseUrl url, PoolSettings pool) {
        return switch (url.kind()) {
            case SQLITE -> {
                require("dev.unirow.sqlite.SqlitePool", "dev.unirow:driver-sqlite", url);
                yield SqliteBackend.open(url);
            }
            case POSTGRESQL -> {
                require("io.vertx.pgclient.PgConnectOptions", "io.vertx:vertx-pg-client", url);
                yield PostgresBackend.open(url, pool);
            }
        };
    }

    private static void require(String driverClass, String dependency, DatabaseUrl url) {
        try {
            Class.forName(driverClass, false, Backends.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Cannot open '" + url + "': its driver is not on the class path. Add the dependency '"
                    + dependency + "'.");
        }
    }
}
