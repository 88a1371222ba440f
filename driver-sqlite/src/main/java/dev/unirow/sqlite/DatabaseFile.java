package dev.unirow.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;

/** Opens connections to one database, after looking at its file without touching it. */
final class DatabaseFile {
    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
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
        if (!Files.exists(file)) {
            if (!Files.isWritable(folder)) {
                throw refused("the folder '" + folder
                        + "' cannot be written. Change its permissions, or name another folder.");
            }
            return;
        }
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            throw refused("the file cannot be read and written. Change its permissions.");
        }
        if (!Files.isWritable(folder)) {
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

    /** A new connection with the pragmas of the configuration. */
    NativeConnection connect() throws SQLException {
        Path file = config.file();
        String url = "jdbc:sqlite:" + (file == null ? ":memory:" : file.toAbsolutePath());
        Connection jdbc = DriverManager.getConnection(url, new Properties());
        NativeConnection connection = new NativeConnection(jdbc, config.statementCacheSize());
        try {
            configure(connection);
            if (file != null) {
                useWriteAheadLog(connection);
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

    /** Without the log readers and the writer would shut each other out; SQLite says so only by its answer. */
    private static void useWriteAheadLog(NativeConnection connection) throws SQLException {
        SqlText pragma = new SqlText(SqlText.Kind.PRAGMA, false);
        String mode = connection
                .run("pragma journal_mode = wal", pragma, new Object[0])
                .single(String.class);
        if (!"wal".equals(mode)) {
            throw new SQLException("its folder does not allow SQLite's write-ahead log, the journal mode stays '" + mode
                    + "'; use a folder on a local disk");
        }
    }

    /** Sets what belongs to a connection, not to the file; also undoes what a session has set otherwise. */
    void configure(NativeConnection connection) throws SQLException {
        // waiting happens on a timer: SQLite's own would block the event loop
        connection.run("pragma busy_timeout = 0");
        connection.run("pragma foreign_keys = " + (config.foreignKeys() ? "on" : "off"));
        connection.run("pragma synchronous = " + config.synchronous());
        connection.run("pragma recursive_triggers = off");
        connection.run("pragma defer_foreign_keys = off");
        connection.run("pragma query_only = off");
        connection.run("pragma ignore_check_constraints = off");
        connection.run("pragma legacy_alter_table = off");
        connection.run("pragma case_sensitive_like = off");
    }
}
