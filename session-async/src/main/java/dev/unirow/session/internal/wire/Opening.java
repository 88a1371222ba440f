package dev.unirow.session.internal.wire;

import io.vertx.core.Vertx;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The place where a program opened a session, which is kept while the logger {@code unirow.leaks} is at DEBUG or below,
 * and otherwise costs nothing: a connection that the session holds for long, or that nobody can give back any more, is
 * reported with it.
 */
public final class Opening {
    private static final Logger LOGGER = Logger.getLogger("unirow.leaks");

    private static final long LONG_MILLIS = 30_000;

    /** At TRACE. */
    private static final long SHORT_MILLIS = 1_000;

    private final Throwable place = new Throwable("The session was opened here.");
    private final long millis = LOGGER.isTraceEnabled() ? SHORT_MILLIS : LONG_MILLIS;

    private Opening() {}

    static @Nullable Opening here() {
        return LOGGER.isDebugEnabled() ? new Opening() : null;
    }

    /**
     * The session has taken a connection.
     *
     * @param holder what cannot be reached any more once the program has forgotten the session
     * @return to be run when the connection goes back
     */
    public static Runnable held(@Nullable Opening opening, Object holder, Vertx vertx) {
        return opening == null ? () -> {} : new Held(opening.place, opening.millis).watch(holder, vertx);
    }

    /** Does not refer to its holder, which could not be forgotten otherwise. */
    private static final class Held {
        private static final Cleaner CLEANER = Cleaner.create();

        private final Throwable place;
        private final long millis;
        private final AtomicBoolean ended = new AtomicBoolean();

        Held(Throwable place, long millis) {
            this.place = place;
            this.millis = millis;
        }

        Runnable watch(Object holder, Vertx vertx) {
            long timer = vertx.setTimer(
                    millis,
                    fired -> report(
                            "has held a connection for " + millis + " ms. Close it on every path; or let a scope do "
                                    + "so, as db.begin(session -> …), whose work must end"));
            Cleaner.Cleanable forgotten = CLEANER.register(
                    holder,
                    () -> report(
                            "was forgotten while it held a connection, which is lost to the pool. Close it on every path; "
                                    + "or let a scope do so, as db.begin(session -> …)"));
            return () -> {
                if (ended.compareAndSet(false, true)) {
                    vertx.cancelTimer(timer);
                    forgotten.clean();
                }
            };
        }

        private void report(String what) {
            if (!ended.get()) {
                LOGGER.warnf(place, "A session %s.", what);
            }
        }
    }
}
