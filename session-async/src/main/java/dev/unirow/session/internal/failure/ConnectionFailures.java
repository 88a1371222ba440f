package dev.unirow.session.internal.failure;

import dev.unirow.session.exception.CommitUnknownException;
import dev.unirow.session.exception.ConnectionLostException;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.exception.PoolExhaustedException;
import dev.unirow.session.internal.wire.CommitUnansweredException;
import dev.unirow.session.internal.wire.LostConnection;
import dev.unirow.session.internal.wire.NoConnectionException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** There is no connection, or there was one. */
final class ConnectionFailures {
    /** By its name: that driver may be absent. */
    private static final String SQLITE_POOL_EXHAUSTED = "dev.unirow.sqlite.SqlitePoolExhaustedException";

    private ConnectionFailures() {}

    static Optional<Throwable> in(CauseChain chain, Throwable failure) {
        if (chain.has(CommitUnansweredException.class)) {
            return Optional.of(new CommitUnknownException(failure));
        }
        if (chain.first(NoStackTraceThrowable.class)
                        .filter(found -> "Timeout".equals(found.getMessage()))
                        .isPresent()
                || chain.has(SQLITE_POOL_EXHAUSTED)) {
            return Optional.of(chain.first(NoConnectionException.class)
                    .map(tried -> new PoolExhaustedException(tried.poolSize(), tried.limit(), failure))
                    .orElseGet(() -> PoolExhaustedException.of(sqliteWords(chain), failure)));
        }
        if (chain.has(ConnectException.class) || chain.has(UnknownHostException.class)) {
            return Optional.of(new DatabaseUnavailableException(
                    place(chain) + " could not be reached: " + chain.rootMessage() + ".", failure));
        }
        if (isRefusal(chain)) {
            return Optional.of(new DatabaseUnavailableException(
                    place(chain) + " refused the connection: " + chain.rootMessage() + ".", failure));
        }
        return LostConnection.in(failure) ? Optional.of(new ConnectionLostException(failure)) : Optional.empty();
    }

    private static String place(CauseChain chain) {
        return chain.first(NoConnectionException.class)
                .map(tried -> "The database " + tried.place())
                .orElse("The database");
    }

    /**
     * Whatever a server answers before a connection is open, or what no other failure than a refusal has as its state.
     */
    private static boolean isRefusal(CauseChain chain) {
        String state = chain.sqlState();
        boolean beforeItIsOpen = chain.has(NoConnectionException.class) && !LostConnection.in(chain.outermost());
        return state != null
                && (beforeItIsOpen
                        || state.startsWith("28")
                        || state.equals("3D000")
                        || state.equals("08004")
                        || state.equals("57P03")
                        || state.startsWith("53"));
    }

    /** SQLite's driver says how many connections there are and how long was waited. */
    private static @Nullable String sqliteWords(CauseChain chain) {
        return chain.links().stream()
                .filter(link -> link.getClass().getName().equals(SQLITE_POOL_EXHAUSTED))
                .map(Throwable::getMessage)
                .findFirst()
                .orElse(null);
    }
}
