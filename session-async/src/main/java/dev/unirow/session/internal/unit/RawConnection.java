package dev.unirow.session.internal.unit;

import dev.unirow.session.internal.sql.ResultRows;
import dev.unirow.session.internal.wire.Backend;
import dev.unirow.session.internal.wire.BoundStatement;
import dev.unirow.session.internal.wire.EchoConnection;
import dev.unirow.session.internal.wire.LostConnection;
import dev.unirow.session.internal.wire.Opening;
import dev.unirow.session.internal.wire.Stages;
import dev.unirow.session.internal.wire.TransactionSettings;
import dev.unirow.session.internal.wire.TransactionSteps;
import dev.unirow.session.internal.wire.VertxConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A connection without a Hibernate session: SQL in, rows out. Used on its loop, one statement at a time. */
public final class RawConnection {
    private static final Pattern READS = Pattern.compile("(?i)\\s*(select|show|explain|values)\\b");

    private static final Pattern TAKES_BACK = Pattern.compile("(?i)\\s*rollback\\s+(work\\s+|transaction\\s+)?to\\b");

    private final Supplier<CompletionStage<EchoConnection>> source;
    private final Backend backend;
    private final TransactionSettings settings;
    private EchoConnection connection;
    private final Runnable givenBack;
    private boolean used;
    private boolean failed;
    private boolean survivedFailure;

    private RawConnection(
            Supplier<CompletionStage<EchoConnection>> source,
            Backend backend,
            TransactionSettings settings,
            EchoConnection connection) {
        this.source = source;
        this.backend = backend;
        this.settings = settings;
        this.connection = connection;
        this.givenBack = Opening.held(settings.opening(), this, backend.vertx());
    }

    static CompletionStage<RawConnection> open(
            Supplier<CompletionStage<EchoConnection>> source, Backend backend, TransactionSettings settings) {
        return Stages.attempt(source).thenApply(connection -> new RawConnection(source, backend, settings, connection));
    }

    /** All rows of a query, each by the labels of its columns in their order. */
    public CompletionStage<List<Map<String, @Nullable Object>>> select(BoundStatement statement) {
        return send(
                        statement.sql(),
                        raw -> raw.selectJdbc(statement.sql(), statement.values()),
                        changes(statement.sql()))
                .thenApply(results -> ResultRows.of(results).rows());
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

    /** How many rows a statement changed. */
    public CompletionStage<Integer> execute(BoundStatement statement) {
        return send(
                statement.sql(),
                raw -> statement.values().length == 0
                        ? raw.update(statement.sql())
                        : raw.update(statement.sql(), statement.values()),
                true);
    }

    /** Runs the statements one after the other. */
    public CompletionStage<Void> executeAll(List<String> statements) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (String statement : statements) {
            all = all.thenCompose(ignored -> send(statement, raw -> raw.executeUnprepared(statement), true));
        }
        return all;
    }

    /** {@code insert … returning} does, and is sent as a query. */
    private static boolean changes(String sql) {
        return !READS.matcher(sql).lookingAt();
    }

    /**
     * Where the connection ends under a change that stands for itself, it is as with a COMMIT: it may have been made.
     */
    private <T extends @Nullable Object> CompletionStage<T> send(
            String sql, Function<EchoConnection, CompletionStage<T>> statement, boolean changes) {
        return ready().thenCompose(ignored -> {
            used = true;
            boolean commits = changes && !connection.isTransactionInProgress();
            CompletionStage<T> answer =
                    statement.apply(connection).whenComplete((result, failure) -> ended(sql, failure != null));
            return commits ? VertxConnection.committed(answer) : answer;
        });
    }

    /** A failure that was taken back to a savepoint does not keep the rest from being committed. */
    private void ended(String sql, boolean failure) {
        if (failure) {
            failed = true;
            survivedFailure = false;
        } else if (failed && TAKES_BACK.matcher(sql).lookingAt()) {
            failed = false;
            survivedFailure = true;
        }
    }

    public CompletionStage<Void> begin() {
        failed = false;
        survivedFailure = false;
        if (connection.isTransactionInProgress() && settings.isReadOnly()) {
            return CompletableFuture.completedFuture(null); // its first statement has begun one
        }
        TransactionSteps steps = new TransactionSteps(backend, settings);
        CompletionStage<Void> begun = Stages.attempt(() -> steps.begin(connection));
        if (used) {
            return begun;
        }
        // a connection that died while it was idle, and was sent nothing but a BEGIN, is replaced once
        used = true;
        return LostConnection.orElse(
                begun,
                () -> connection
                        .close()
                        .handle((ignored, failure) -> Stages.attempt(source))
                        .thenCompose(stage -> stage)
                        .thenCompose(other -> {
                            connection = other;
                            return steps.begin(other);
                        }));
    }

    public boolean isInTransaction() {
        return connection.isTransactionInProgress();
    }

    public CompletionStage<Void> commit() {
        return new TransactionSteps(backend, settings).commit(connection, survivedFailure && !failed);
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
        givenBack.run();
        return Stages.alwaysThen(
                connection.isTransactionInProgress() ? rollback() : CompletableFuture.completedFuture(null),
                connection::close);
    }
}
