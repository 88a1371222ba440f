package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import dev.unirow.session.internal.hr.BeginMode;
import dev.unirow.session.internal.hr.CallerContext;
import dev.unirow.session.internal.hr.Engine;
import dev.unirow.session.internal.hr.TransactionSettings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work with a session or a connection of its own, which ends when the work ends, fails or is cancelled. */
final class Scopes {
    private static final String ENDED =
            "it was opened by a scope of the Database and ended with the Uni that the scope's work returned. "
                    + "Return the whole pipeline from the work instead of keeping the session.";

    private final Database database;
    private final Engine engine;
    private final Constraints constraints;

    Scopes(Database database, Engine engine, Constraints constraints) {
        this.database = database;
        this.engine = engine;
        this.constraints = constraints;
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
        return limited(options, () -> new SessionAttempt<>(settings, work));
    }

    /** What the work streams from a session of its own that only reads; it ends with the stream, however that ends. */
    <T> Multi<T> stream(Function<? super AsyncSession, ? extends Multi<T>> work) {
        TransactionSettings settings = TransactionSettings.of(BeginMode.READ_ONLY);
        return Multi.createFrom().context(context -> {
            Enclosing around = new Enclosing(database, engine, Ambient.of(context));
            return Multi.createFrom()
                    .resource(
                            () -> new HibernateSession(
                                    engine, constraints, settings, ENDED, () -> around.refuseToWait(settings.mode())),
                            session -> work.apply(session))
                    .withFinalizer(
                            HibernateSession::close,
                            (session, failure) -> session.close().onFailure().recoverWithNull(),
                            session -> session.close().onFailure().recoverWithNull());
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
        return limited(options, () -> new ConnectionAttempt<>(settings, work));
    }

    private TransactionSettings settings(ScopeOptions options, BeginMode mode) {
        String isolation = options.level() == null ? null : options.level().sql();
        if (isolation != null) {
            engine.requireIsolation(isolation);
        }
        return new TransactionSettings(mode, isolation, options.limit());
    }

    private static <T extends @Nullable Object> Uni<T> limited(
            ScopeOptions options, Supplier<Retries.Attempt<T>> attempts) {
        Duration limit = options.limit();
        if (limit == null && options.retries() == 0) {
            return Uni.createFrom().deferred(() -> attempts.get().run());
        }
        return Uni.createFrom().deferred(() -> {
            Executor caller = CallerContext.current(); // timers run on threads of their own
            Uni<T> all = Retries.of(attempts, options);
            return (limit == null ? all : all.ifNoItem().after(limit).failWith(() -> new ScopeTimeoutException(limit)))
                    .emitOn(caller);
        });
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
        private final TransactionSettings settings;
        private final Function<? super AsyncSession, ? extends Uni<T>> work;
        private @Nullable HibernateSession session;

        SessionAttempt(TransactionSettings settings, Function<? super AsyncSession, ? extends Uni<T>> work) {
            this.settings = settings;
            this.work = work;
        }

        @Override
        public Uni<T> run() {
            return Uni.createFrom().context(context -> {
                Enclosing around = new Enclosing(database, engine, Ambient.of(context));
                HibernateSession session = new HibernateSession(
                        engine, constraints, settings, ENDED, () -> around.refuseToWait(settings.mode()));
                this.session = session;
                Uni<T> body = Ambient.within(database, session, work(session, work));
                Uni<T> whole = settings.mode() == BeginMode.TO_WRITE ? body.call(session::commit) : body;
                return closed(whole.runSubscriptionOn(session.loop()), session::close)
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
        private final TransactionSettings settings;
        private final Function<? super SqlConnection, ? extends Uni<T>> work;

        ConnectionAttempt(TransactionSettings settings, Function<? super SqlConnection, ? extends Uni<T>> work) {
            this.settings = settings;
            this.work = work;
        }

        @Override
        public Uni<T> run() {
            return Uni.createFrom().context(context -> {
                SqlConnection connection = new SqlConnection(
                        engine, constraints, settings, new Enclosing(database, engine, Ambient.of(context)));
                return closed(
                                work(connection, work).runSubscriptionOn(connection.loop()),
                                completed -> connection.close())
                        .emitOn(CallerContext.current());
            });
        }

        @Override
        public boolean hasCommitted() {
            return true;
        }
    }
}
