package dev.unirow.sqlite;

import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.hibernate.dialect.DatabaseVersion;
import org.jspecify.annotations.Nullable;

/** The version of the SQLite library. */
record SqliteVersion(String fullVersion, int majorVersion, int minorVersion) implements DatabaseMetadata {
    static SqliteVersion of(@Nullable String version) {
        String[] parts = (version == null ? "3.0.0" : version).split("\\.");
        return new SqliteVersion(String.join(".", parts), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** Of the library in this process, which every pool has; no file is touched. */
    static DatabaseVersion ofLibrary() {
        try (Connection connection = DriverManager.getConnection(SqliteUrl.PREFIX + ":memory:")) {
            SqliteVersion version = of(connection.getMetaData().getDatabaseProductVersion());
            return DatabaseVersion.make(version.majorVersion, version.minorVersion);
        } catch (SQLException e) {
            throw new IllegalStateException("The SQLite library could not be loaded: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public String productName() {
        return "SQLite";
    }
}
