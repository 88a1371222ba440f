package dev.unirow.tutorial.ch08_spec;

import static java.util.Map.entry;

import dev.unirow.model.InvalidModelException;
import dev.unirow.session.exception.ConnectionLostException;
import dev.unirow.session.exception.ConstraintViolatedException;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.OperationCancelledException;
import dev.unirow.session.exception.PoolExhaustedException;
import dev.unirow.session.exception.RetryableException;
import dev.unirow.session.exception.ScopeTimeoutException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.exception.StatementTimeoutException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The HTTP status that a failure is answered with, as the tables of docs/failures.md have it. */
public final class FailureStatus {
    // region status
    private static final Map<Class<?>, Integer> STATUSES = Map.ofEntries(
            entry(InvalidModelException.class, 422),
            entry(NotFoundException.class, 404),
            entry(ConstraintViolatedException.class, 409),
            entry(StaleModelException.class, 409),
            entry(RetryableException.class, 503),
            entry(StatementTimeoutException.class, 503),
            entry(ScopeTimeoutException.class, 503),
            entry(OperationCancelledException.class, 503),
            entry(ConnectionLostException.class, 503),
            entry(DatabaseUnavailableException.class, 503),
            entry(PoolExhaustedException.class, 503));

    /** That of the class, or of the nearest one that it extends. */
    public static int of(Class<? extends Throwable> failure) {
        for (@Nullable Class<?> type = failure; type != null; type = type.getSuperclass()) {
            Integer status = STATUSES.get(type);
            if (status != null) {
                return status;
            }
        }
        return 500;
    }
    // endregion

    private FailureStatus() {}
}
