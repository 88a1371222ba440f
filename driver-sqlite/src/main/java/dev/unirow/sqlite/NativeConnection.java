package dev.unirow.sqlite;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.unirow.sqlite.internal.BoundValues;
import dev.unirow.sqlite.internal.Cells;
import dev.unirow.sqlite.internal.SqlText;
import dev.unirow.sqlite.internal.SqliteColumns;
import dev.unirow.sqlite.internal.SqliteRow;
import dev.unirow.sqlite.internal.SqliteRows;
import dev.unirow.sqlite.internal.Watch;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/** One connection to the database with its prepared statements. Blocks for the time of one statement. */
final class NativeConnection {
    private static final SqlText CONTROL = new SqlText(SqlText.Kind.TRANSACTION, true);
    private static final Object[] NO_VALUES = {};
    private static final String MARK = "savepoint unirow_batch";
    private static final String TAKE_BACK = "rollback to unirow_batch";
    private static final String KEEP = "release unirow_batch";

    // https://www.sqlite.org/rescode.html
    private static final int SQLITE_ERROR = 1;
    private static final int SQLITE_TOOBIG = 18;
    private static final int SQLITE_CONSTRAINT = 19;
    private static final int SQLITE_MISMATCH = 20;

    private static final long UNKNOWN = -1;
    private Connection jdbc;
    private final int cacheSize;
    private final Watch watch;
    private final LinkedHashMap<String, Prepared> cache = new LinkedHashMap<>(64, 0.75f, true);
    private long schemaSeen;
    private long schemaVersion = UNKNOWN;
    private boolean queryOnly;

    private static final class Prepared {
        final PreparedStatement statement;
        final int parameters;

        @Nullable SqliteColumns columns;

        Prepared(PreparedStatement statement) throws SQLException {
            this.statement = statement;
            this.parameters = statement.getParameterMetaData().getParameterCount();
        }

        /** With too few values SQLite would take those of an earlier time for the others. */
        void bind(@Nullable Object[] values) throws SQLException {
            if (values.length != parameters) {
                throw new IllegalArgumentException("The statement has " + parameters + " parameters, and "
                        + values.length + " values were given for them.");
            }
            BoundValues.bind(statement, values);
        }
    }

    NativeConnection(Connection jdbc, SqliteConfig.Limits limits) throws SQLException {
        this.jdbc = jdbc;
        this.cacheSize = limits.statementCacheSize();
        this.watch = new Watch(limits.statementTimeout());
        ProgressHandler.setHandler(jdbc, Watch.INSTRUCTIONS, watch);
    }

    Watch watch() {
        return watch;
    }

    Connection jdbc() {
        return jdbc;
    }

    /**
     * @param schema how often this pool has changed the schema: statements prepared before the last time are dropped
     */
    void expect(long schema) {
        if (schema != schemaSeen) {
            forgetStatements();
            schemaSeen = schema;
        }
    }

    /**
     * Drops statements prepared before another process has changed the schema. Reads the file, so before a transaction.
     */
    void noticeForeignSchema() throws SQLException {
        Long version = undisturbed(() -> run("pragma schema_version", CONTROL, NO_VALUES))
                .single(Long.class);
        if (version != null && version != schemaVersion) {
            if (schemaVersion != UNKNOWN) {
                forgetStatements();
            }
            schemaVersion = version;
        }
    }

    @CanIgnoreReturnValue
    SqliteRows run(String sql, SqlText text, @Nullable Object[] values) throws SQLException {
        return prepared(sql, text, prepared -> run(prepared, text, values));
    }

    /**
     * Runs a statement that returns nothing for each row of values, in an open transaction; how many rows each changed.
     * A failure of one of them has a {@link BatchUpdateException} as the next one, with the counts of what was run
     * before it.
     */
    int[] runEach(String sql, SqlText text, List<Object[]> batch) throws SQLException {
        if (batch.size() == 1) {
            return prepared(sql, text, prepared -> runOneByOne(prepared, batch));
        }
        // not within the use of the statement, which a small cache would close for these
        control(MARK);
        try {
            int[] counts = prepared(sql, text, prepared -> runAtOnce(prepared, batch));
            control(KEEP);
            return counts;
        } catch (SQLException | RuntimeException e) {
            boolean ofOneEntry = e instanceof SQLException refused && isOfOneEntry(refused);
            if (takeBackAfter(e) && ofOneEntry) {
                return prepared(sql, text, prepared -> runOneByOne(prepared, batch));
            }
            throw e;
        }
    }

    /** Three times as quick as one by one, but a failure does not say which it was. */
    private static int[] runAtOnce(Prepared prepared, List<Object[]> batch) throws SQLException {
        for (Object[] values : batch) {
            prepared.bind(values);
            prepared.statement.addBatch();
        }
        return prepared.statement.executeBatch();
    }

    private static int[] runOneByOne(Prepared prepared, List<Object[]> batch) throws SQLException {
        int[] counts = new int[batch.size()];
        for (int i = 0; i < counts.length; i++) {
            prepared.bind(batch.get(i));
            try {
                counts[i] = prepared.statement.executeUpdate();
            } catch (SQLException e) {
                e.setNextException(new BatchUpdateException(Arrays.copyOf(counts, i)));
                throw e;
            }
        }
        return counts;
    }

    /** Whether a row was refused, rather than that the file, the lock or the time was the matter. */
    private static boolean isOfOneEntry(SQLException failure) {
        return switch (failure.getErrorCode() & 0xff) {
            case SQLITE_ERROR, SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH -> true;
            default -> false;
        };
    }

    /** Whether the transaction goes on: SQLite has ended it by itself where the disk is full, or a trigger says so. */
    private boolean takeBackAfter(Exception failure) {
        try {
            control(TAKE_BACK);
            control(KEEP);
            return true;
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    private interface Use<T> {
        T of(Prepared prepared) throws SQLException;
    }

    private <T> T prepared(String sql, SqlText text, Use<T> use) throws SQLException {
        if (!text.cacheable() || cacheSize == 0) {
            try (PreparedStatement statement = jdbc.prepareStatement(sql)) {
                return use.of(new Prepared(statement));
            }
        }
        Prepared prepared = cache.get(sql);
        if (prepared == null) {
            prepared = new Prepared(jdbc.prepareStatement(sql));
            cache.put(sql, prepared);
            if (cache.size() > cacheSize) {
                evictEldest();
            }
        }
        try {
            return use.of(prepared);
        } catch (SQLException | RuntimeException e) {
            cache.remove(sql, prepared);
            closeAfter(prepared, e);
            throw e;
        }
    }

    private SqliteRows run(Prepared prepared, SqlText text, @Nullable Object[] values) throws SQLException {
        PreparedStatement statement = prepared.statement;
        prepared.bind(values);
        if (!statement.execute()) {
            return SqliteRows.changed(text.changesRows() ? Math.max(0, statement.getUpdateCount()) : 0);
        }
        try (ResultSet results = statement.getResultSet()) {
            boolean found = results.next();
            SqliteColumns columns = prepared.columns;
            if (columns == null) {
                columns = SqliteColumns.of(results.getMetaData());
                prepared.columns = columns;
            }
            List<SqliteRow> rows = found ? Cells.read(statement, results, columns) : List.of();
            return new SqliteRows(columns, rows, rows.size());
        }
    }

    /** Runs BEGIN, COMMIT or ROLLBACK, which nothing ends half-way. */
    void control(String sql) throws SQLException {
        undisturbed(() -> run(sql, CONTROL, NO_VALUES));
    }

    private interface OwnStatement<T> {
        T run() throws SQLException;
    }

    /** Whoever ends a statement does not mean those that the connection runs for itself. */
    @CanIgnoreReturnValue
    private <T extends @Nullable Object> T undisturbed(OwnStatement<T> own) throws SQLException {
        boolean rested = watch.rest();
        try {
            return own.run();
        } finally {
            watch.goOn(rested);
        }
    }

    /** Lets SQLite itself refuse writes, also those that hide in a trigger or a function. */
    void queryOnly(boolean on) throws SQLException {
        if (on != queryOnly) {
            run("pragma query_only = " + (on ? "on" : "off"));
            queryOnly = on;
        }
    }

    /** Runs a statement of the connection's own that returns nothing. */
    void run(String sql) throws SQLException {
        undisturbed(() -> {
            try (Statement statement = jdbc.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /**
     * Whether a transaction is open in SQLite itself, which ends some on its own account, for instance when the disk is
     * full.
     */
    boolean inTransaction() throws SQLException {
        try {
            control("begin");
        } catch (SQLException e) {
            return true;
        }
        control("rollback");
        return false;
    }

    /** Swaps the driver's connection with the other one's, which has the same data. */
    void exchange(NativeConnection other) throws SQLException {
        forgetStatements();
        Connection mine = jdbc;
        jdbc = other.jdbc;
        other.jdbc = mine;
        ProgressHandler.setHandler(jdbc, Watch.INSTRUCTIONS, watch);
    }

    void close() throws SQLException {
        cache.clear();
        jdbc.close();
    }

    private void evictEldest() throws SQLException {
        Map.Entry<String, Prepared> eldest = cache.entrySet().iterator().next();
        cache.remove(eldest.getKey());
        eldest.getValue().statement.close();
    }

    private void forgetStatements() {
        List<Prepared> all = new ArrayList<>(cache.values());
        cache.clear();
        for (Prepared prepared : all) {
            try {
                prepared.statement.close();
            } catch (SQLException e) {
                throw new IllegalStateException("A prepared statement could not be closed.", e);
            }
        }
    }

    private static void closeAfter(Prepared prepared, Exception failure) {
        try {
            prepared.statement.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
