package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import dev.unirow.session.exception.ReadOnlySessionException;
import dev.unirow.session.exception.RetryableException;
import dev.unirow.session.exception.ScopeTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a scope of a {@link Database} runs its work: {@code db.begin(options().retry(3), session -> …)}. Immutable; each
 * method answers a copy.
 */
public final class ScopeOptions {
    private static final ScopeOptions DEFAULT =
            new ScopeOptions(0, new BackOff(Duration.ofMillis(20), Duration.ofSeconds(2)), null, null, false, null);

    private final int retries;
    private final BackOff backOff;
    private final @Nullable Duration timeout;
    private final @Nullable Isolation isolation;
    private final boolean readOnly;
    private final @Nullable Echo echo;

    private ScopeOptions(
            int retries,
            BackOff backOff,
            @Nullable Duration timeout,
            @Nullable Isolation isolation,
            boolean readOnly,
            @Nullable Echo echo) {
        this.retries = retries;
        this.backOff = backOff;
        this.timeout = timeout;
        this.isolation = isolation;
        this.readOnly = readOnly;
        this.echo = echo;
    }

    /** No retries, no time-out, the database's own isolation level, writing allowed. */
    public static ScopeOptions options() {
        return DEFAULT;
    }

    /**
     * Runs the work again, up to so many further times, when it or the commit fails with {@link RetryableException}:
     * with a new session, from the start of the work function. Whatever the work does outside of the database happens
     * again too. A scope whose work has committed something by itself is not run again. The last failure is the
     * scope's, with those before it as suppressed.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ScopeOptions retry(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("The number of retries is negative: " + times + ".");
        }
        return new ScopeOptions(times, backOff, timeout, isolation, readOnly, echo);
    }

    /**
     * How long to wait before a retry: up to {@code first} before the first one, up to twice as long before each
     * further one, at most {@code longest}. The wait is drawn at random from the upper half, so that rivals do not meet
     * again. Without this: 20 ms and 2 s.
     *
     * @throws IllegalArgumentException if the first is not above zero, or longer than the longest
     */
    public ScopeOptions backOff(Duration first, Duration longest) {
        return new ScopeOptions(retries, new BackOff(first, longest), timeout, isolation, readOnly, echo);
    }

    /**
     * How long the scope may take, retries and waiting for a connection included; {@link ScopeTimeoutException} after
     * that. The work is cancelled, the statement that is being run is ended, on every database, and the transaction
     * rolled back; all that happens a little after this failure. A COMMIT that has been sent is not ended. A server is
     * asked by a connection that is opened for it; where it accepts none, the statement runs on, on PostgreSQL for
     * about a second.
     *
     * @throws IllegalArgumentException if it is not above zero
     */
    public ScopeOptions timeout(Duration limit) {
        requireNonNull(limit, "The time-out is null.");
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("The time-out of a scope is above zero, not " + limit + ".");
        }
        return new ScopeOptions(retries, backOff, limit, isolation, readOnly, echo);
    }

    /**
     * The isolation level of the scope's transactions. A database that does not have it refuses the scope when it is
     * made.
     */
    public ScopeOptions isolation(Isolation level) {
        requireNonNull(level, "The isolation level is null.");
        return new ScopeOptions(retries, backOff, timeout, level, readOnly, echo);
    }

    /**
     * Writing is refused with {@link ReadOnlySessionException}, and all statements of a transaction see the rows of one
     * moment where the database can.
     */
    public ScopeOptions readOnly() {
        return new ScopeOptions(retries, backOff, timeout, isolation, true, echo);
    }

    /**
     * The echo of this scope, whatever that of its database is or is switched to: the one scope to listen to, or to be
     * silent in.
     */
    public ScopeOptions echo(Echo echo) {
        requireNonNull(echo, "The echo is null.");
        return new ScopeOptions(retries, backOff, timeout, isolation, readOnly, echo);
    }

    int retries() {
        return retries;
    }

    BackOff pause() {
        return backOff;
    }

    @Nullable Duration limit() {
        return timeout;
    }

    @Nullable Isolation level() {
        return isolation;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    @Nullable Echo ownEcho() {
        return echo;
    }
}
