package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import dev.unirow.schema.SqlRunner;
import dev.unirow.session.exception.RowMappingException;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.internal.failure.ClosedDatabase;
import dev.unirow.session.internal.failure.Constraints;
import dev.unirow.session.internal.failure.RequiredColumn;
import dev.unirow.session.internal.operation.RecordRows;
import dev.unirow.session.internal.unit.Engine;
import dev.unirow.session.internal.unit.RawConnection;
import dev.unirow.session.internal.value.Parameters;
import dev.unirow.session.internal.wire.BeginMode;
import dev.unirow.session.internal.wire.BoundStatement;
import dev.unirow.session.internal.wire.OperationQueue;
import dev.unirow.session.internal.wire.SessionLoop;
import dev.unirow.session.internal.wire.TransactionSettings;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A plain connection: SQL in, rows out. Each statement commits by itself unless it stands between {@link #begin()} and
 * {@link #commit()}. Parameters are bound, and marked {@code ?} or {@code :name} on every database; not in literals,
 * comments, quoted names and casts. A collection stands for its elements, as {@code in (:names)} takes them. More or
 * fewer values than parameters, and an empty collection, are refused at the call with {@link IllegalArgumentException}.
 *
 * <p>Usable from any thread while the scope that it was opened by lasts; statements run in the order in which their
 * Unis are subscribed to.
 */
public final class SqlConnection implements SqlRunner {
    private final Engine engine;
    private final TransactionSettings settings;
    private final Enclosing around;
    private final Constraints constraints;
    private final SessionLoop loop;
    private final OperationQueue queue;
    private volatile @Nullable RawConnection connection;
    private volatile boolean closed;
    private volatile boolean abandoned;

    SqlConnection(Engine engine, Constraints constraints, TransactionSettings settings, Enclosing around) {
        this.engine = engine;
        this.constraints = constraints;
        this.settings = settings;
        this.around = around;
        this.loop = engine.newLoop();
        this.queue = new OperationQueue(loop);
    }

    SessionLoop loop() {
        return loop;
    }

    /** The rows of a query that takes no parameters. */
    public Uni<List<Map<String, @Nullable Object>>> select(String sql) {
        return select(sql, List.of());
    }

    /** The rows of a query, each by the labels of its columns in their order. */
    @Override
    public Uni<List<Map<String, @Nullable Object>>> select(String sql, List<?> parameters) {
        return rows(bound(sql, parameters));
    }

    /** {@link #select(String, List)} with parameters that are written {@code :name}. */
    public Uni<List<Map<String, @Nullable Object>>> select(String sql, Map<String, ?> parameters) {
        return rows(bound(sql, parameters));
    }

    /** {@link #select(Class, String, List)} without parameters. */
    public <R extends Record> Uni<List<R>> select(Class<R> row, String sql) {
        return select(row, sql, List.of());
    }

    /**
     * The rows of a query as records: each column is the component of its name, {@code first_name} that of
     * {@code firstName}. {@link RowMappingException} where columns and components differ, and for a value that is no
     * value of its component: null for an {@code int}, a number that would lose digits.
     */
    public <R extends Record> Uni<List<R>> select(Class<R> row, String sql, List<?> parameters) {
        RecordRows<R> records = RecordRows.of(row);
        return rows(bound(sql, parameters)).map(records::of);
    }

    /** {@link #select(Class, String, List)} with parameters that are written {@code :name}. */
    public <R extends Record> Uni<List<R>> select(Class<R> row, String sql, Map<String, ?> parameters) {
        RecordRows<R> records = RecordRows.of(row);
        return rows(bound(sql, parameters)).map(records::of);
    }

    private Uni<List<Map<String, @Nullable Object>>> rows(BoundStatement statement) {
        return step(BeginMode.READ_ONLY, connection -> connection.select(statement));
    }

    /** Runs a statement without parameters; how many rows it changed. */
    @Override
    public Uni<Integer> execute(String sql) {
        return execute(sql, List.of()).onFailure().recoverWithUni(failure -> {
            Optional<RequiredColumn> required = RequiredColumn.madeBy(sql, failure);
            return required.isEmpty()
                    ? Uni.createFrom().failure(failure)
                    : select(required.get().rowsWithout())
                            .onFailure()
                            .transform(unknown -> failure)
                            .chain(rows -> Uni.createFrom()
                                    .failure(
                                            rows.isEmpty()
                                                    ? failure
                                                    : required.get().missing(failure, constraints)));
        });
    }

    /**
     * Runs a statement; how many rows it changed. Keys that the database makes are read by {@link #select} of an
     * {@code insert … returning id}.
     */
    public Uni<Integer> execute(String sql, List<?> parameters) {
        BoundStatement statement = bound(sql, parameters);
        return step(BeginMode.TO_WRITE, connection -> connection.execute(statement));
    }

    /** {@link #execute(String, List)} with parameters that are written {@code :name}. */
    public Uni<Integer> execute(String sql, Map<String, ?> parameters) {
        BoundStatement statement = bound(sql, parameters);
        return step(BeginMode.TO_WRITE, connection -> connection.execute(statement));
    }

    /**
     * Runs statements without parameters one after the other; the first that fails ends this, and those before it are
     * kept.
     */
    public Uni<Void> executeAll(List<String> statements) {
        List<String> all = List.copyOf(statements);
        return step(BeginMode.TO_WRITE, connection -> connection.executeAll(all));
    }

    private BoundStatement bound(String sql, List<?> parameters) {
        requireNonNull(sql, "The SQL to run is null.");
        for (int i = 0; i < parameters.size(); i++) {
            Parameters.require(i + 1, parameters.get(i));
        }
        return engine.parameterStyle().bind(sql, parameters);
    }

    private BoundStatement bound(String sql, Map<String, ?> parameters) {
        requireNonNull(sql, "The SQL to run is null.");
        parameters.forEach(Parameters::require);
        return engine.parameterStyle().bind(sql, parameters);
    }

    /** Begins a transaction. Whatever is neither committed nor rolled back at the end of the scope is rolled back. */
    public Uni<Void> begin() {
        return step(settings.mode(), RawConnection::begin);
    }

    /** Whether a transaction is open, begun by {@link #begin()} and not ended yet. Sends nothing. */
    public Uni<Boolean> isInTransaction() {
        return step(BeginMode.READ_ONLY, connection -> CompletableFuture.completedFuture(connection.isInTransaction()));
    }

    public Uni<Void> commit() {
        return step(BeginMode.READ_ONLY, RawConnection::commit);
    }

    public Uni<Void> rollback() {
        return step(BeginMode.READ_ONLY, RawConnection::rollback);
    }

    /** {@link #close} of a connection whose work has not come to its end: what it still does is given up. */
    Uni<Void> abandon() {
        abandoned = true;
        interrupt(); // now, even where a statement keeps the loop busy
        loop.executeUnlessEnded(this::interrupt); // there, what was about to be sent has been
        return close();
    }

    private void interrupt() {
        RawConnection present = connection;
        if (present != null) {
            present.interrupt();
        }
    }

    Uni<Void> close() {
        return queue.<@Nullable Void>submitEnd(() -> {
                    closed = true;
                    return connection == null
                            ? CompletableFuture.completedFuture(null)
                            : connection.close().<@Nullable Void>thenApply(ignored -> null);
                })
                .onFailure(failure -> engine.isClosed()) // which has given everything back
                .recoverWithNull()
                .onFailure()
                .transform(failure -> ClosedDatabase.translate(failure, constraints, engine.isClosed()))
                .replaceWithVoid();
    }

    private <T extends @Nullable Object> Uni<T> step(
            BeginMode mode, Function<RawConnection, ? extends CompletionStage<T>> step) {
        return queue.<T>submit(() -> {
                    if (closed || abandoned) {
                        throw new SessionClosedException(
                                "The connection is closed: it ended with the Uni that the work of connect() returned. "
                                        + "Return the whole pipeline from the work instead of keeping the connection.");
                    }
                    if (engine.isClosed()) {
                        throw ClosedDatabase.refusal();
                    }
                    around.refuseToWait(mode);
                    return opened().thenCompose(step);
                })
                .onFailure()
                .transform(failure -> ClosedDatabase.translate(failure, constraints, engine.isClosed()));
    }

    private CompletionStage<RawConnection> opened() {
        return connection != null
                ? CompletableFuture.completedFuture(connection)
                : engine.openConnection(settings).thenApply(opened -> connection = opened);
    }
}
