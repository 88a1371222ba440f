package dev.unirow.session.internal.hr;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A connection without a Hibernate session: SQL in, rows out. Used on its loop, one statement at a time. */
public final class RawConnection {
    private final EchoConnection connection;
    private final Backend backend;
    private final TransactionSettings settings;

    RawConnection(EchoConnection connection, Backend backend, TransactionSettings settings) {
        this.connection = connection;
        this.backend = backend;
        this.settings = settings;
    }

    /** All rows of a query, each by the labels of its columns in their order. */
    public CompletionStage<List<Map<String, @Nullable Object>>> select(BoundStatement statement) {
        return ready().thenCompose(ignored -> connection.selectJdbc(statement.sql(), statement.values()))
                .thenApply(RawConnection::rows);
    }

    /** {@link #select(BoundStatement)} without parameters. */
    public CompletionStage<List<Map<String, @Nullable Object>>> select(String sql) {
        return select(new BoundStatement(sql, new Object[0]));
    }

    /** A connection that only reads does so in transactions: the database refuses to write in those alone. */
    private CompletionStage<Void> ready() {
        return settings.isReadOnly() && !connection.isTransactionInProgress()
                ? begin()
                : CompletableFuture.completedFuture(null);
    }

    private static List<Map<String, @Nullable Object>> rows(ResultSet results) {
        try {
            ResultSetMetaData columns = results.getMetaData();
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            while (results.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), results.getObject(i));
                }
                rows.add(Collections.unmodifiableMap(row));
            }
            return Collections.unmodifiableList(rows);
        } catch (SQLException failure) {
            throw new CompletionException(failure);
        }
    }

    /** How many rows a statement changed. */
    public CompletionStage<Integer> execute(BoundStatement statement) {
        return ready().thenCompose(ignored -> statement.values().length == 0
                ? connection.update(statement.sql())
                : connection.update(statement.sql(), statement.values()));
    }

    /** Runs the statements one after the other. */
    public CompletionStage<Void> executeAll(List<String> statements) {
        CompletionStage<Void> all = ready();
        for (String statement : statements) {
            all = all.thenCompose(ignored -> connection.executeUnprepared(statement));
        }
        return all;
    }

    public CompletionStage<Void> begin() {
        if (connection.isTransactionInProgress() && settings.isReadOnly()) {
            return CompletableFuture.completedFuture(null); // its first statement has begun one
        }
        return new TransactionSteps(backend, settings).begin(connection);
    }

    public CompletionStage<Void> commit() {
        return connection.commitTransaction();
    }

    public CompletionStage<Void> rollback() {
        return connection.rollbackTransaction();
    }

    /** Runs the work between BEGIN and COMMIT; ROLLBACK where it fails. */
    public <T extends @Nullable Object> CompletionStage<T> inTransaction(
            Function<RawConnection, ? extends CompletionStage<T>> work) {
        return Stages.attempt(this::begin)
                .thenCompose(begun -> Stages.<T>attempt(() -> work.apply(this))
                        .handle((result, failure) -> failure == null
                                ? commit().thenApply(ignored -> result)
                                : Stages.alwaysThen(CompletableFuture.<T>failedFuture(failure), this::rollback))
                        .thenCompose(stage -> stage));
    }

    /** Ends the statement that runs. Called on any thread. */
    public void interrupt() {
        connection.interrupt(backend);
    }

    /** Gives the connection back; an open transaction is rolled back. */
    public CompletionStage<Void> close() {
        return Stages.alwaysThen(
                connection.isTransactionInProgress() ? rollback() : CompletableFuture.completedFuture(null),
                connection::close);
    }
}
