package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.wire.Interruption;
import dev.unirow.session.internal.wire.VertxPool;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLConnection;
import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * KILL QUERY, on a connection that is opened for it: those of the pool may all be in use, and the statement that waits
 * for another one is among them. The driver drops the number that the server has for a connection, so it is asked for
 * and kept.
 */
final class MariaDbInterruption implements Interruption {
    /** ER_QUERY_INTERRUPTED. */
    private static final int INTERRUPTED = 1317;

    private final Vertx vertx;
    private final MySQLConnectOptions target;
    private final Map<Connection, Long> numbers = Collections.synchronizedMap(new WeakHashMap<>());

    MariaDbInterruption(Vertx vertx, MySQLConnectOptions target) {
        this.vertx = vertx;
        this.target = target;
    }

    /** Asks a new connection for its number. */
    Future<?> learn(SqlConnection connection) {
        return connection
                .query("select connection_id()")
                .execute()
                .onSuccess(rows ->
                        numbers.put(key(connection), rows.iterator().next().getLong(0)));
    }

    /** What stays the same each time that the pool lends a connection. */
    private static Connection key(SqlConnection connection) {
        return ((SqlConnectionInternal) connection).unwrap().unwrap();
    }

    @Override
    public Future<?> ask(SqlConnection connection) {
        Long number = numbers.get(key(connection));
        return number == null
                ? Future.failedFuture(new IllegalStateException("The connection has no number."))
                : MySQLConnection.connect(vertx, target)
                        .map(VertxPool::heard)
                        .compose(other ->
                                other.query("kill query " + number).execute().eventually(() -> other.close()));
    }

    @Override
    public boolean isReason(DatabaseException failure) {
        return failure.getErrorCode() == INTERRUPTED;
    }
}
