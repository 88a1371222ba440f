package dev.unirow.session.internal.failure;

import dev.unirow.model.InvalidModelException;
import dev.unirow.session.exception.ConnectionLostException;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.exception.PoolExhaustedException;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.exception.UnirowException;

/** What an operation meets whose database was closed before it, or while it ran. */
public final class ClosedDatabase {
    private static final String REASON =
            "The session or connection cannot be used any more: close() was called on its database, which ended all connections. "
                    + "Close the database after its last session.";

    private ClosedDatabase() {}

    public static SessionClosedException refusal() {
        return new SessionClosedException(REASON);
    }

    /** The failure as it is translated, or what explains it where the database was closed. */
    public static Throwable translate(Throwable failure, Constraints constraints, boolean closed) {
        Throwable translated = Failures.translate(failure, constraints);
        return closed && isOfConnection(translated) ? new SessionClosedException(REASON, translated) : translated;
    }

    private static boolean isOfConnection(Throwable failure) {
        return failure instanceof ConnectionLostException
                || failure instanceof DatabaseUnavailableException
                || failure instanceof PoolExhaustedException
                || !(failure instanceof UnirowException || failure instanceof InvalidModelException);
    }
}
