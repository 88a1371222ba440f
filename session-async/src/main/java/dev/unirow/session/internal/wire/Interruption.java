package dev.unirow.session.internal.wire;

import io.vertx.core.Future;
import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.SqlConnection;

/** How a server is asked to end the statement that runs on one of its connections. Usable from any thread. */
public interface Interruption {
    /** Asks for it, by way of another connection; the statement fails a little later, if it has not ended by then. */
    Future<?> ask(SqlConnection connection);

    /** Whether a statement failed since somebody asked for it. */
    boolean isReason(DatabaseException failure);
}
