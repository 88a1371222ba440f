package dev.unirow.session.exception;

import org.jspecify.annotations.Nullable;

/**
 * The transaction lost against another one: a deadlock, a serialization failure, a busy or changed database, a schema
 * that changed under prepared statements. Nothing of it was kept; the same work may succeed when it is done again from
 * its start.
 */
public final class RetryableException extends StatementException {
    public RetryableException(String message, @Nullable String sqlState, @Nullable Throwable cause) {
        super(message, sqlState, cause);
    }
}
