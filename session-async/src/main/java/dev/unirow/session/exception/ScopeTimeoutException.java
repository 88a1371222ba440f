package dev.unirow.session.exception;

import java.time.Duration;

/** A scope did not end within its time-out; it was cancelled, and what it did not commit is rolled back. */
public final class ScopeTimeoutException extends UnirowException {
    private final transient Duration timeout;

    public ScopeTimeoutException(Duration timeout) {
        super(
                "The work of a scope did not end within " + timeout.toMillis()
                        + " ms, and was cancelled. Do less in one scope, or raise options().timeout(…).",
                null);
        this.timeout = timeout;
    }

    public Duration timeout() {
        return timeout;
    }
}
