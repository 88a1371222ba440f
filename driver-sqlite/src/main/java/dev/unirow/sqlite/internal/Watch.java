package dev.unirow.sqlite.internal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlite.ProgressHandler;

/**
 * Interrupts the statement that runs on one connection, when it runs too long or when nobody wants it any more. SQLite
 * asks on the thread that runs the statement, so an interruption can never hit the next one.
 */
public final class Watch extends ProgressHandler {
    /** How many instructions of SQLite's virtual machine lie between two questions: well below a millisecond. */
    public static final int INSTRUCTIONS = 5_000;

    public enum Reason {
        NONE,
        STOPPED,
        TIMED_OUT,
        TOO_LONG_FOR_THE_LOOP
    }

    private static final long NEVER = Long.MAX_VALUE;
    private final long timeout;
    private final AtomicLong stopped = new AtomicLong(); // the number of a statement
    private volatile long statement;
    private long started;
    private long inlineLimit = NEVER;
    private Reason reason = Reason.NONE;
    private boolean resting = true;

    /** @param timeout after what time every statement ends; zero for never */
    public Watch(Duration timeout) {
        this.timeout = timeout.isZero() ? NEVER : timeout.toNanos();
    }

    /** A statement is about to run for the first time. */
    public void start() {
        long number = statement + 1;
        statement = number;
        started = System.nanoTime();
        resume();
    }

    /** The statement may take as long as the time-out allows. */
    public void resume() {
        reason = Reason.NONE;
        inlineLimit = NEVER;
        resting = false;
    }

    /**
     * Ends nothing until a statement starts or goes on: SQLite counts the instructions of a prepared statement on from
     * its earlier uses, so that it asks in the shortest ones, too.
     *
     * @return whether it rested already
     */
    @CanIgnoreReturnValue
    public boolean rest() {
        boolean before = resting;
        resting = true;
        return before;
    }

    /** Watches the statement that goes on, after the connection has done something of its own meanwhile. */
    public void goOn(boolean rested) {
        resting = rested;
    }

    /** The statement may be interrupted after a while, since it can run again elsewhere. */
    public void limitInline(Duration limit) {
        inlineLimit = limit.toNanos();
    }

    /** Ends what runs now. Called from another thread than the one that runs it. */
    public void stop() {
        stop(statement);
    }

    private void stop(long number) {
        stopped.accumulateAndGet(number, Math::max);
    }

    /** Ends the statement that starts next, while it runs; on any thread, and however late: it hits no other one. */
    public Runnable stopOfNext() {
        long next = statement + 1;
        return () -> stop(next);
    }

    /** Why the last statement was interrupted. */
    public Reason reason() {
        return reason;
    }

    public long elapsedNanos() {
        return System.nanoTime() - started;
    }

    @Override
    protected int progress() {
        if (resting) {
            return 0;
        }
        long elapsed = elapsedNanos();
        reason = stopped.get() == statement
                ? Reason.STOPPED
                : elapsed >= timeout
                        ? Reason.TIMED_OUT
                        : elapsed >= inlineLimit ? Reason.TOO_LONG_FOR_THE_LOOP : Reason.NONE;
        return reason == Reason.NONE ? 0 : 1;
    }
}
