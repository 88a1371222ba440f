package dev.unirow.sqlite;

import dev.unirow.sqlite.internal.SqlText;
import dev.unirow.sqlite.internal.SqliteFailures;
import dev.unirow.sqlite.internal.TimeFunctions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens connections to one database, after looking at its file without touching it. */
final class DatabaseFile {
    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private final SqliteConfig config;

    DatabaseFile(SqliteConfig config) {
        this.config = config;
    }

    /** @throws SqliteOpenException saying what is wrong with the file or its folder */
    void check() {
        Path file = config.file();
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw refused("it is a directory. Name a file inside it.");
        }
        if (!Files.isDirectory(folder)) {
            throw refused("the folder '" + folder + "' does not exist. Make the folder, or correct the path.");
        }
        if (!config.mayWrite()) {
            if (!Files.isReadable(file)) {
                throw refused(
                        "the file does not exist or cannot be read, and this pool is read-only. Correct the path.");
            }
        } else if (!Files.exists(file)) {
            if (!Files.isWritable(folder)) {
                throw refused("the folder '" + folder
                        + "' cannot be written. Change its permissions, or name another folder.");
            }
            return;
        } else if (!Files.isReadable(file) || !Files.isWritable(file)) {
            throw refused("the file cannot be read and written. Change its permissions, or open it read-only.");
        } else if (!Files.isWritable(folder)) {
            throw refused("SQLite keeps its log beside the file, and the folder '" + folder
                    + "' cannot be written. Change its permissions.");
        }
        if (!looksLikeDatabase(file)) {
            throw refused("the file is no SQLite database, or it is encrypted. Name another file.");
        }
    }

    private boolean looksLikeDatabase(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(HEADER.length);
            return start.length == 0 || Arrays.equals(start, HEADER);
        } catch (IOException e) {
            throw new SqliteOpenException(file, "Cannot read " + config.description() + ": " + e.getMessage() + ".", e);
        }
    }

    private SqliteOpenException refused(String reason) {
        return new SqliteOpenException(
                config.file(), "Cannot open " + config.description() + " as an SQLite database: " + reason, null);
    }

    /** The first connection, which waits on the caller's thread while another program holds the file. */
    NativeConnection connectPatiently() throws SQLException {
        long deadline = System.nanoTime() + config.limits().lockTimeout().toNanos();
        while (true) {
            try {
                return connect();
            } catch (SQLException e) {
                if (!SqliteFailures.isForeignLock(e) || System.nanoTime() - deadline >= 0) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** A new connection with the pragmas of the configuration. */
    NativeConnection connect() throws SQLException {
        Path file = config.file();
        Properties properties = new Properties();
        if (config.access() == SqliteConfig.Access.READ_ONLY) {
            properties.setProperty(
                    SQLiteConfig.Pragma.OPEN_MODE.pragmaName, String.valueOf(SQLiteOpenMode.READONLY.flag));
        }
        Connection jdbc = DriverManager.getConnection(SqliteUrl.PREFIX + address(file), properties);
        NativeConnection connection = new NativeConnection(jdbc, config.limits());
        try {
            TimeFunctions.register(jdbc);
            configure(connection);
            if (file != null && config.mayWrite()) {
                setJournalMode(connection);
                mark(connection);
            }
            if (config.pragmas().applicationId() != null) {
                checkMark(connection, config.pragmas().applicationId());
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.close();
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    private String address(@Nullable Path file) {
        if (file == null) {
            return ":memory:";
        }
        return config.access() == SqliteConfig.Access.IMMUTABLE
                ? "file:" + file.toAbsolutePath().toUri().getRawPath() + "?immutable=1"
                : file.toAbsolutePath().toString();
    }

    /** SQLite keeps the mode it has when it cannot have the wanted one, and says so only by its answer. */
    private void setJournalMode(NativeConnection connection) throws SQLException {
        String wanted = config.pragmas().journalMode().name().toLowerCase(Locale.ROOT);
        String mode = read(connection, "pragma journal_mode = " + wanted, String.class);
        if (!wanted.equals(mode)) {
            throw new SQLException("the journal mode stays '" + mode + "' instead of '" + wanted
                    + "'; use a folder on a local disk, and close other programs that hold the file");
        }
    }

    private void mark(NativeConnection connection) throws SQLException {
        Integer id = config.pragmas().applicationId();
        if (id != null
                && Long.valueOf(0).equals(read(connection, "pragma application_id", Long.class))
                && Long.valueOf(0).equals(read(connection, "select count(*) from sqlite_schema", Long.class))) {
            connection.run("pragma application_id = " + id);
        }
    }

    private static void checkMark(NativeConnection connection, int wanted) throws SQLException {
        Long found = read(connection, "pragma application_id", Long.class);
        if (found == null || found != wanted) {
            throw new SQLException(
                    "it belongs to another application: its application id is " + found + ", not " + wanted);
        }
    }

    private static <T> @Nullable T read(NativeConnection connection, String sql, Class<T> type) throws SQLException {
        return connection
                .run(sql, new SqlText(SqlText.Kind.PRAGMA, false), new Object[0])
                .single(type);
    }

    /**
     * Gives the connection of a database in memory the settings of a new one. Takes long where it has to copy the data,
     * as after {@code pragma case_sensitive_like}.
     */
    void renew(NativeConnection used) throws SQLException {
        NativeConnection fresh = connect();
        try {
            MemoryRenewal renewal = new MemoryRenewal(used.jdbc(), fresh.jdbc());
            renewal.setBack();
            if (renewal.mustMove()) {
                renewal.move();
                used.exchange(fresh);
            }
        } finally {
            fresh.close();
        }
    }

    /** Sets what belongs to a connection, not to the file; only what a connection has otherwise at its start. */
    private void configure(NativeConnection connection) throws SQLException {
        // waiting happens on a timer: SQLite's own would block the event loop
        connection.run("pragma busy_timeout = 0");
        connection.run("pragma foreign_keys = " + (config.pragmas().foreignKeys() ? "on" : "off"));
        connection.run("pragma synchronous = " + config.pragmas().synchronous());
        if (config.pragmas().cacheSize() != null) {
            connection.run("pragma cache_size = " + config.pragmas().cacheSize());
        }
    }
}
