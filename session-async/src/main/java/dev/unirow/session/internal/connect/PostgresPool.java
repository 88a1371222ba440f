package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.wire.PoolTarget;
import dev.unirow.session.internal.wire.VertxPool;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;

/** Connections to a PostgreSQL, which keeps the plans of prepared statements beyond changes of the schema. */
final class PostgresPool extends VertxPool {
    PostgresPool(Pool pool, PoolTarget target) {
        super(pool, new PostgresInterruption(), target);
    }

    /** The SQLSTATE is that of every feature that is missing, and the message may be in any language. */
    @Override
    protected boolean isOutdatedPlan(Throwable failure) {
        return failure instanceof PgException told
                && "0A000".equals(told.getSqlState())
                && "RevalidateCachedQuery".equals(told.getRoutine());
    }
}
