package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import dev.unirow.session.exception.ScopeTimeoutException;
import dev.unirow.session.internal.failure.Constraints;
import dev.unirow.session.internal.operation.Timeouts;
import dev.unirow.session.internal.unit.Engine;
import dev.unirow.session.internal.wire.BeginMode;
import dev.unirow.session.internal.wire.CallerContext;
import dev.unirow.session.internal.wire.TransactionSettings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Work with a session or a connection of its own, which ends when the work ends, fails or is cancelled. */
final class Scopes {
    private static final String ENDED =
            "it was opened by a scope of the Database and ended with the Uni that the scope's work returned. "
                    + "Return the whole pipeline from the work instead of keeping the session.";

    private static final String JOINED = "close() was called on it. Make another one with Database.sessionOn(given).";

    private final Database database;
    private final Engine engine;
    private final Statements statements;
    private final Constraints constraints;
    private final UnaryOperator<AsyncSession> sessions;

    /** @param sessions makes the sessions that users see of those that are made here */
    Scopes(
            Database database,
            Engine engine,
            Statements statements,
            Constraints constraints,
            UnaryOperator<AsyncSession> sessions) {
        this.database = database;
        this.engine = engine;
        this.statements = statements;
        this.constraints = constraints;
        this.sessions = sessions;
    }

    /** A session that its user closes. */
    AsyncSession session(String origin) {
        Engine watched = engine.watchedBy(statements.forCaller(null));
        return sessions.apply(new HibernateSession(
                watched, constraints, TransactionSettings.of(BeginMode.TO_READ_FIRST), origin, () -> {}));
    }

    /** A session in the transaction of one that runs. */
    AsyncSession sessionOn(Mutiny.Session given) {
        Engine watched = engine.watchedBy(statements.forCaller(null)).joining(given);
        return sessions.apply(new HibernateSession(
                watched, constraints, TransactionSettings.of(BeginMode.TO_WRITE), JOINED, () -> {}));
    }

    <T extends @Nullable Object> Uni<T> session(
            ScopeOptions options, Function<? super AsyncSession, ? extends Uni<T>> work) {
        return scope(options, work, options.isReadOnly() ? BeginMode.READ_ONLY_TRANSACTION : BeginMode.TO_READ_FIRST);
    }

    <T extends @Nullable Object> Uni<T> begin(
            ScopeOptions options, Function<? super AsyncSession, ? extends Uni<T>> work) {
        return scope(options, work, options.isReadOnly() ? BeginMode.READ_ONLY_TRANSACTION : BeginMode.TO_WRITE);
    }

    <T extends @Nullable Object> Uni<T> read(
            ScopeOptions options, Function<? super AsyncSession, ? extends Uni<T>> work) {
        return scope(options, work, options.level() == null ? BeginMode.READ_ONLY : BeginMode.READ_ONLY_TRANSACTION);
    }

    private <T extends @Nullable Object> Uni<T> scope(
            ScopeOptions options, Function<? super AsyncSession, ? extends Uni<T>> work, BeginMode mode) {
        requireNonNull(work, "The work is null.");
        TransactionSettings settings = settings(options, mode);
        return limited(options, watched -> new SessionAttempt<>(watched, settings, work));
    }

    /** What the work streams from a session of its own that only reads; it ends with the stream, however that ends. */
    <T> Multi<T> stream(Function<? super AsyncSession, ? extends Multi<T>> work) {
        TransactionSettings settings = TransactionSettings.of(BeginMode.READ_ONLY);
        return Multi.createFrom().context(context -> {
            Enclosing around = new Enclosing(database, engine, Ambient.of(context));
            return Multi.createFrom()
                    .resource(
                            () -> new HibernateSession(
                                    engine.watchedBy(statements.forCaller(null)),
                                    constraints,
                                    settings.of(around.inside()),
                                    ENDED,
                                    () -> around.refuseToWait(settings.mode())),
                            session -> work.apply(sessions.apply(session)))
                    .withFinalizer(
                            HibernateSession::close,
                            (session, failure) -> session.abandon().onFailure().recoverWithNull(),
                            session -> session.abandon().onFailure().recoverWithNull());
        });
    }

    <T extends @Nullable Object> Uni<T> connect(
            ScopeOptions options, Function<? super SqlConnection, ? extends Uni<T>> work) {
        requireNonNull(work, "The work is null.");
        if (options.retries() > 0) {
            throw new IllegalArgumentException(
                    "connect() cannot be retried: its statements commit one by one. Use begin(), or retry a transaction of it.");
        }
        TransactionSettings settings =
                settings(options, options.isReadOnly() ? BeginMode.READ_ONLY_TRANSACTION : BeginMode.TO_WRITE);
        return limited(options, watched -> new ConnectionAttempt<>(watched, settings, work));
    }

    private TransactionSettings settings(ScopeOptions options, BeginMode mode) {
        String isolation = options.level() == null ? null : options.level().sql();
        if (isolation != null) {
            engine.requireIsolation(isolation);
        }
        return new TransactionSettings(mode, isolation, options.limit());
    }

    private <T extends @Nullable Object> Uni<T> limited(
            ScopeOptions options, Function<Engine, Retries.Attempt<T>> attempts) {
        Duration limit = options.limit();
        if (limit == null && options.retries() == 0) {
            return Uni.createFrom()
                    .deferred(() -> attempts.apply(watched(options)).run());
        }
        return Uni.createFrom().deferred(() -> {
            Executor caller = CallerContext.current(); // timers run on threads of their own
            Engine watched = watched(options);
            Uni<T> all = Retries.of(() -> attempts.apply(watched), options);
            return (limit == null
                            ? all
                            : Timeouts.limit(
                                    all, limit, Uni.createFrom().failure(() -> new ScopeTimeoutException(limit))))
                    .emitOn(caller);
        });
    }

    /** The engine as the present caller is to see its statements. */
    private Engine watched(ScopeOptions options) {
        return engine.watchedBy(statements.forCaller(options.ownEcho()));
    }

    /** What the work returns, subscribed to on the loop that it is called on. */
    static <A, T extends @Nullable Object> Uni<T> work(A argument, Function<? super A, ? extends Uni<T>> work) {
        return Uni.createFrom().deferred(() -> requireUni(work.apply(argument)));
    }

    /**
     * Closes after the work, however it ends. The first failure wins; that of closing is added to it as suppressed.
     *
     * @param closing is told whether the work completed
     */
    private static <T extends @Nullable Object> Uni<T> closed(Uni<T> work, Function<Boolean, Uni<Void>> closing) {
        return work.onTermination().call((result, failure, cancelled) -> {
            Uni<Void> end = closing.apply(failure == null && !cancelled);
            return failure == null
                    ? end
                    : end.onFailure(closed -> closed != failure)
                            .invoke(failure::addSuppressed)
                            .onFailure()
                            .recoverWithNull();
        });
    }

    private static <T extends @Nullable Object> Uni<T> requireUni(@Nullable Uni<T> result) {
        if (result == null) {
            throw new NullPointerException(
                    "The work returned null instead of a Uni. Return the pipeline, or Uni.createFrom().voidItem().");
        }
        return result;
    }

    /** Work with a session; one that is to write is committed at its end. */
    private final class SessionAttempt<T extends @Nullable Object> implements Retries.Attempt<T> {
        private final Engine watched;
        private final TransactionSettings settings;
        private final Function<? super AsyncSession, ? extends Uni<T>> work;
        private @Nullable HibernateSession session;

        SessionAttempt(
                Engine watched, TransactionSettings settings, Function<? super AsyncSession, ? extends Uni<T>> work) {
            this.watched = watched;
            this.settings = settings;
            this.work = work;
        }

        @Override
        public Uni<T> run() {
            return Uni.createFrom().context(context -> {
                Enclosing around = new Enclosing(database, engine, Ambient.of(context));
                HibernateSession session = new HibernateSession(
                        watched,
                        constraints,
                        settings.of(around.inside()),
                        ENDED,
                        () -> around.refuseToWait(settings.mode()));
                this.session = session;
                AsyncSession seen = sessions.apply(session);
                Uni<T> body = Ambient.within(database, seen, work(seen, work));
                Uni<T> whole = settings.mode() == BeginMode.TO_WRITE ? body.call(seen::commit) : body;
                return closed(
                                whole.runSubscriptionOn(session.loop()),
                                completed -> completed ? session.close() : session.abandon())
                        .emitOn(CallerContext.current());
            });
        }

        @Override
        public boolean hasCommitted() {
            return session != null && session.hasCommitted();
        }
    }

    /** Work with a plain connection. */
    private final class ConnectionAttempt<T extends @Nullable Object> implements Retries.Attempt<T> {
        private final Engine watched;
        private final TransactionSettings settings;
        private final Function<? super SqlConnection, ? extends Uni<T>> work;

        ConnectionAttempt(
                Engine watched, TransactionSettings settings, Function<? super SqlConnection, ? extends Uni<T>> work) {
            this.watched = watched;
            this.settings = settings;
            this.work = work;
        }

        @Override
        public Uni<T> run() {
            return Uni.createFrom().context(context -> {
                SqlConnection connection = new SqlConnection(
                        watched, constraints, settings, new Enclosing(database, engine, Ambient.of(context)));
                return closed(
                                work(connection, work).runSubscriptionOn(connection.loop()),
                                completed -> completed ? connection.close() : connection.abandon())
                        .emitOn(CallerContext.current());
            });
        }

        @Override
        public boolean hasCommitted() {
            return true;
        }
    }
}
