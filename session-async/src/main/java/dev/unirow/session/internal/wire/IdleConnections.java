package dev.unirow.session.internal.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a pool that lie idle, any of which a server that was restarted, an administrator or a firewall may
 * have ended without a word: one that did so for long, or since another one was found dead, answers before it is used.
 * Thread-safe.
 */
final class IdleConnections {
    /** So short a time that a load keeps its connections below it, and pays for no checks (HikariCP has the same). */
    private static final long TRUSTED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Duration answerTime;
    private final Map<Connection, Long> since = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile @Nullable Long suspectedAt;
    private volatile @Nullable Long unansweredAt;
    private volatile @Nullable Long replacedAt;

    /** @param answerTime after what time without an answer a connection counts as dead */
    IdleConnections(Duration answerTime) {
        this.answerTime = answerTime;
    }

    /** The connection goes back to its pool. */
    void add(SqlConnection connection) {
        since.put(physical(connection), System.nanoTime());
    }

    /** Those that are idle now may have ended together with one that has. */
    void suspectAll() {
        suspectedAt = System.nanoTime();
    }

    /** Those that are idle now are cut instead of used. */
    void replaceAll() {
        replacedAt = System.nanoTime();
    }

    /** The connection, where it is alive; otherwise a failure, and the connection is cut. */
    Future<SqlConnection> check(SqlConnection connection) {
        Long idleSince = since.remove(physical(connection));
        if (!physical(connection).isValid() || isBefore(idleSince, unansweredAt)) {
            return dead(connection, new IOException("The connection ended while it was idle."));
        }
        if (isBefore(idleSince, replacedAt)) {
            return cut(connection).transform(done -> Future.failedFuture("The connection is to be replaced."));
        }
        if (idleSince == null || isTrusted(idleSince)) {
            return Future.succeededFuture(connection);
        }
        return connection
                .query("select 1")
                .execute()
                .timeout(answerTime.toMillis(), TimeUnit.MILLISECONDS)
                .map(connection)
                .recover(failure -> {
                    if (failure instanceof TimeoutException) {
                        unansweredAt = System.nanoTime(); // to wait as long for each of the others would take too long
                    }
                    return dead(connection, failure);
                });
    }

    private boolean isTrusted(long idleSince) {
        return System.nanoTime() - idleSince < TRUSTED_NANOS && !isBefore(idleSince, suspectedAt);
    }

    private static boolean isBefore(@Nullable Long idleSince, @Nullable Long moment) {
        return idleSince != null && moment != null && idleSince - moment <= 0;
    }

    private Future<SqlConnection> dead(SqlConnection connection, Throwable reason) {
        suspectAll();
        return cut(connection).transform(done -> Future.failedFuture(reason));
    }

    private static Connection physical(SqlConnection connection) {
        return ((SqlConnectionInternal) connection).unwrap().unwrap();
    }

    /**
     * Ends the connection, upon which its pool forgets it; without a farewell, which would wait behind a question that
     * nobody answers. It is not given back: the pool might lend it once more before it learns. The result comes on the
     * caller's context.
     */
    static Future<Void> cut(SqlConnection connection) {
        ChannelPipeline handlers = ((SocketConnectionBase) physical(connection))
                .socket()
                .channelHandlerContext()
                .pipeline();
        ContextInternal caller = (ContextInternal) Vertx.currentContext();
        Promise<Void> ended = caller == null ? Promise.promise() : caller.promise();
        ChannelHandlerContext nearestToTheSocket = handlers.firstContext();
        if (nearestToTheSocket == null) { // they leave a channel that is closed
            ended.complete();
        } else {
            nearestToTheSocket.close().addListener(done -> ended.complete());
        }
        return ended.future();
    }
}
