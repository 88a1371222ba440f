package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.wire.Driver;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** The driver that a URL asks for. */
public final class Drivers {
    private Drivers() {}

    /**
     * Finds the driver and reads the URL's options; opens nothing.
     *
     * @param vertx what connections to a server live on, rather than on one of their own; SQLite's statements would
     *     block it
     * @throws IllegalStateException if the driver is not on the class path; the message names the dependency
     * @throws IllegalArgumentException if an option of the URL is unknown or wrong
     */
    public static Driver of(DatabaseUrl url, ConnectSettings settings, @Nullable Vertx vertx) {
        return switch (url.kind()) {
            case SQLITE -> {
                require("dev.unirow.sqlite.SqlitePool", "dev.unirow:driver-sqlite", url);
                yield SqliteDriver.of(url, settings);
            }
            case POSTGRESQL -> {
                require("io.vertx.pgclient.PgConnectOptions", "io.vertx:vertx-pg-client", url);
                yield PostgresDriver.of(url, settings, vertx);
            }
            case MARIADB -> {
                require("io.vertx.mysqlclient.MySQLConnectOptions", "io.vertx:vertx-mysql-client", url);
                yield MariaDbDriver.of(url, settings, vertx);
            }
        };
    }

    /** {@link #of} for a database whose sessions share one connection, in one transaction that is never committed. */
    public static Driver pinned(DatabaseUrl url, ConnectSettings settings) {
        return new PinnedDriver(url, settings);
    }

    private static void require(String driverClass, String dependency, DatabaseUrl url) {
        try {
            Class.forName(driverClass, false, Drivers.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Cannot open '" + url
                    + "': its driver is not on the class path. Add the dependency '" + dependency + "'.");
        }
    }
}
