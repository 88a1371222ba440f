package dev.unirow.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/**
 * Makes the connection of a database in memory like a new one. It cannot be closed instead, as the data live in it.
 * Where it cannot be set back either, the data move to the new one, page by page.
 */
final class MemoryRenewal {
    /** Settings that SQLite can set back. */
    private static final List<String> SETTINGS = List.of(
            "query_only",
            "analysis_limit",
            "automatic_index",
            "busy_timeout",
            "cache_size",
            "cache_spill",
            "cell_size_check",
            "count_changes",
            "defer_foreign_keys",
            "empty_result_callbacks",
            "foreign_keys",
            "full_column_names",
            "ignore_check_constraints",
            "journal_mode",
            "legacy_alter_table",
            "locking_mode",
            "max_page_count",
            "read_uncommitted",
            "recursive_triggers",
            "reverse_unordered_selects",
            "secure_delete",
            "short_column_names",
            "synchronous",
            "temp_store",
            "threads",
            "trusted_schema",
            "writable_schema");

    private final Connection used;
    private final Connection fresh;

    MemoryRenewal(Connection used, Connection fresh) {
        this.used = used;
        this.fresh = fresh;
    }

    void setBack() throws SQLException {
        for (String setting : SETTINGS) {
            String wanted = single(fresh, "pragma " + setting);
            if (wanted != null && !wanted.equals(single(used, "pragma " + setting))) {
                execute(used, "pragma " + setting + " = " + wanted);
            }
        }
    }

    /**
     * Whether LIKE is no longer SQLite's own, which alone may stand in an index: its pragma replaces it, whatever it
     * sets.
     */
    boolean mustMove() throws SQLException {
        return single(used, "select 1 from pragma_function_list where name = 'like' and not builtin") != null;
    }

    /** Copies everything, so that the new connection can take the place of the other. */
    void move() throws SQLException {
        copy("main");
        if (single(used, "select 1 from temp.sqlite_schema") != null) {
            copy("temp");
        }
        try (Statement statement = used.createStatement();
                ResultSet attached = statement.executeQuery(
                        "select name, file from pragma_database_list where seq > 1 order by seq")) {
            while (attached.next()) {
                String file = attached.getString("file");
                boolean inMemory = file == null || file.isEmpty();
                attach(inMemory ? ":memory:" : file, attached.getString("name"));
                if (inMemory) {
                    copy(attached.getString("name"));
                }
            }
        }
    }

    private void attach(String file, String name) throws SQLException {
        try (PreparedStatement statement = fresh.prepareStatement("attach ? as ?")) {
            statement.setString(1, file);
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    /** By way of a third database, the only one that both can reach. */
    private void copy(String schema) throws SQLException {
        String quoted = '"' + schema.replace("\"", "\"\"") + '"';
        String pageSize = "page_size = " + single(used, "pragma " + quoted + ".page_size");
        String between = "file:" + UUID.randomUUID() + "?mode=memory&cache=shared";
        // the only option of that database that a copy does not bring along
        execute(fresh, "pragma " + quoted + "." + pageSize);
        try (Connection holder = DriverManager.getConnection(SqliteUrl.PREFIX + between)) {
            execute(holder, "pragma " + pageSize);
            requireDone(((SQLiteConnection) used).getDatabase().backup(schema, between, null));
            requireDone(((SQLiteConnection) fresh).getDatabase().restore(schema, between, null));
        }
    }

    private static void requireDone(int result) throws SQLException {
        if (result != 0) {
            throw new SQLException("Could not copy the database in memory: SQLite's result code is " + result + ".");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable String single(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return null;
            }
            try (ResultSet results = statement.getResultSet()) {
                return results.next() ? results.getString(1) : null;
            }
        }
    }
}
