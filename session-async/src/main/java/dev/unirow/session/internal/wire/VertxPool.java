package dev.unirow.session.internal.wire;

import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.jdbc.spi.SqlStatementLogger;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.impl.SqlClientPool;
import org.hibernate.service.spi.ServiceRegistryAwareService;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A pool of Vert.x's SQL client that was built elsewhere. Hibernate Reactive's own reads the URL itself, stumbles over
 * {@code user:password@host} and writes it, password included, to the log (HR000011).
 */
public class VertxPool extends SqlClientPool implements ServiceRegistryAwareService {
    private static final Logger LOGGER = Logger.getLogger("unirow.connections");

    private final Pool pool;
    private final Interruption interruption;
    private final PoolTarget target;
    private final IdleConnections idle;
    private final AtomicInteger inUse = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private @Nullable ServiceRegistryImplementor services;

    public VertxPool(Pool pool, Interruption interruption, PoolTarget target) {
        this.pool = pool;
        this.interruption = interruption;
        this.target = target;
        this.idle = new IdleConnections(target.answerTime());
    }

    /** Whether a connection may keep the prepared statement for its next use. */
    public static boolean isCacheable(String sql) {
        return VertxCursor.isCacheable(sql);
    }

    @Override
    public void injectServices(ServiceRegistryImplementor serviceRegistry) {
        services = serviceRegistry;
    }

    private ServiceRegistryImplementor services() {
        if (services == null) {
            throw new IllegalStateException("The pool is used before Hibernate started.");
        }
        return services;
    }

    @Override
    public CompletionStage<ReactiveConnection> getConnection() {
        CompletableFuture<ReactiveConnection> taken = new CompletableFuture<>();
        waiting.incrementAndGet();
        alive().onComplete(outcome -> {
            waiting.decrementAndGet();
            if (outcome.failed()) {
                taken.completeExceptionally(noConnection(whyNot(outcome.cause())));
            } else if (!taken.complete(lend(outcome.result()))) {
                inUse.decrementAndGet();
                outcome.result().close(); // nobody waits for it any more
            }
        });
        return taken;
    }

    /**
     * Who waited for a connection that a server did not open has not waited for one that others use; and one that
     * ended, or whose encryption failed, before it was open was never there to be lost.
     */
    private Throwable whyNot(Throwable failure) {
        boolean waited = failure instanceof NoStackTraceThrowable && "Timeout".equals(failure.getMessage());
        if (waited && inUse.get() < pool.size()) {
            return new ConnectException("the server did not open a connection within "
                    + target.limit().toMillis() + " ms");
        }
        return !(failure instanceof DatabaseException)
                        && (failure instanceof IOException
                                || failure instanceof VertxException
                                || LostConnection.in(failure))
                ? new ConnectException(failure.getMessage()).initCause(failure)
                : failure;
    }

    /** Around the reason why there is no connection, to say of which database. */
    protected final NoConnectionException noConnection(Throwable reason) {
        return new NoConnectionException(target, reason);
    }

    /**
     * Each that died while it was idle leaves the pool for ever: at the end there is a new one, or a failure to
     * connect.
     */
    private Future<SqlConnection> alive() {
        return opened().compose(connection -> idle.check(connection).recover(dead -> alive()));
    }

    /** Nothing was sent on a connection that ended before it was open: there is one more attempt. */
    private Future<SqlConnection> opened() {
        return pool.getConnection()
                .recover(failure -> endedWhileOpened(failure) ? pool.getConnection() : Future.failedFuture(failure))
                .map(VertxPool::heard);
    }

    /**
     * The connection, whose failures outside any statement are logged: Vert.x prints those that nobody listens to. Who
     * sends the next statement meets the failure as an exception.
     */
    public static <C extends SqlConnection> C heard(C connection) {
        connection.exceptionHandler(failure -> LOGGER.debug("A connection failed while no statement ran.", failure));
        return connection;
    }

    /** Rather than that nobody listens there, or that the server refused it. */
    private static boolean endedWhileOpened(Throwable failure) {
        return LostConnection.in(failure)
                && !(failure instanceof ConnectException
                        || failure instanceof UnknownHostException
                        || failure instanceof DatabaseException);
    }

    private VertxConnection lend(SqlConnection connection) {
        inUse.incrementAndGet();
        return new VertxConnection(connection, this, new Custody() {
            @Override
            public Future<Void> giveBack() {
                idle.add(connection);
                return connection.close().onComplete(done -> inUse.decrementAndGet());
            }

            @Override
            public Future<Void> drop() {
                return IdleConnections.cut(connection).onComplete(done -> inUse.decrementAndGet());
            }

            @Override
            public void suspectOthers() {
                idle.suspectAll();
            }

            @Override
            public void outdateOthers() {
                idle.replaceAll();
            }
        });
    }

    Interruption interruption() {
        return interruption;
    }

    public ConnectionCounts counts() {
        return new ConnectionCounts(pool.size(), inUse.get(), waiting.get());
    }

    /** Whether a prepared statement was refused because its plan is older than a change of the schema. */
    protected boolean isOutdatedPlan(Throwable failure) {
        return false;
    }

    /** What the database answered, where the driver throws something around it. */
    protected Throwable cause(Throwable failure) {
        return failure;
    }

    /**
     * Which entry of a batch failed, counted from 0.
     *
     * @param completed how many were completed
     */
    protected int failedEntry(Throwable failure, int completed) {
        return completed;
    }

    @Override
    protected Pool getPool() {
        return pool;
    }

    @Override
    protected SqlStatementLogger getSqlStatementLogger() {
        return services().requireService(SqlStatementLogger.class);
    }

    @Override
    protected SqlExceptionHelper getSqlExceptionHelper() {
        return services().requireService(JdbcServices.class).getSqlExceptionHelper();
    }

    @Override
    public CompletionStage<Void> getCloseFuture() {
        return CompletableFuture.completedFuture(null); // whoever built the pool closes it
    }
}
