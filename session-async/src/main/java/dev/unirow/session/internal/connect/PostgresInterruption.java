package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.wire.Interruption;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.SqlConnection;

/** A cancel request of PostgreSQL's protocol. */
final class PostgresInterruption implements Interruption {
    @Override
    public Future<?> ask(SqlConnection connection) {
        return PgConnection.cast(connection).cancelRequest();
    }

    @Override
    public boolean isReason(DatabaseException failure) {
        // a time-out has this state, too
        return "57014".equals(failure.getSqlState())
                && String.valueOf(failure.getMessage()).contains("user request");
    }
}
