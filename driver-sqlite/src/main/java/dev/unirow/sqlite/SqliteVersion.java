package dev.unirow.sqlite;

import io.vertx.sqlclient.spi.DatabaseMetadata;
import org.jspecify.annotations.Nullable;

/** The version of the SQLite library. */
record SqliteVersion(String fullVersion, int majorVersion, int minorVersion) implements DatabaseMetadata {
    static SqliteVersion of(@Nullable String version) {
        String[] parts = (version == null ? "3.0.0" : version).split("\\.");
        return new SqliteVersion(String.join(".", parts), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public String productName() {
        return "SQLite";
    }
}
