package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import dev.unirow.session.internal.echo.Colours;
import dev.unirow.session.internal.echo.PrivateColumns;
import dev.unirow.session.internal.wire.StatementWatch;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is shown and told of the statements of one database; switched while it runs. Thread-safe. */
final class Statements {
    private static final Logger LOGGER = Logger.getLogger(StatementListener.class);

    private static final String NOT_RUNNING = "A statement is shown before the engine runs.";

    private final StatementSettings settings;
    private final EchoLog log = new EchoLog(Colours.ofProcess());
    private final AtomicLong transactions = new AtomicLong();
    private final Set<Class<?>> failed = ConcurrentHashMap.newKeySet();
    private final WatchedScope everywhere;
    private volatile Echo echo;
    private volatile boolean open;
    /** These two are known from the start of the engine on; nothing is shown or told before. */
    private volatile @Nullable DatabaseAddress address;

    private volatile @Nullable PrivateColumns privateColumns;

    Statements(StatementSettings settings) {
        this.settings = settings;
        this.echo = settings.echo();
        this.everywhere = new WatchedScope(this, null, settings.listeners());
    }

    /** Whose values are private, and where the database is; before anything is sent. */
    void know(PrivateColumns hidden, DatabaseAddress where) {
        address = where;
        privateColumns = hidden;
    }

    /** From now on statements are the user's, and may be shown. */
    void start() {
        open = true;
    }

    void echo(Echo other) {
        echo = other;
    }

    Echo echo() {
        return echo;
    }

    boolean isStarted() {
        return open && privateColumns != null;
    }

    StatementSettings settings() {
        return settings;
    }

    DatabaseAddress address() {
        return requireNonNull(address, NOT_RUNNING);
    }

    EchoLog log() {
        return log;
    }

    long nextTransaction() {
        return transactions.incrementAndGet();
    }

    PrivateColumns privateColumns() {
        return requireNonNull(privateColumns, NOT_RUNNING);
    }

    /** The watch for what belongs to no session. */
    StatementWatch everywhere() {
        return everywhere;
    }

    /**
     * The watch for a session of the present caller.
     *
     * @param own the session's own echo; null for the database's
     */
    StatementWatch forCaller(@Nullable Echo own) {
        List<StatementListener> all = settings.listeners();
        if (all.isEmpty()) {
            return own == null ? everywhere : new WatchedScope(this, own, all);
        }
        return new WatchedScope(this, own, all.stream().map(this::forCaller).toList());
    }

    private StatementListener forCaller(StatementListener listener) {
        try {
            return requireNonNull(listener.forCaller(), "forCaller() returned null.");
        } catch (Throwable failure) { // whatever it is, it is not the statement's
            failed(listener, failure);
            return listener;
        }
    }

    void tell(List<StatementListener> listeners, ExecutedStatement statement) {
        for (StatementListener listener : listeners) {
            try {
                listener.ended(statement);
            } catch (Throwable failure) { // whatever it is, it is not the statement's
                failed(listener, failure);
            }
        }
    }

    private void failed(StatementListener listener, Throwable failure) {
        if (failed.add(listener.getClass())) {
            LOGGER.warnf(
                    failure,
                    "The statement listener %s has failed. Statements go on without it; further failures of it are not logged.",
                    listener.getClass().getName());
        }
    }
}
