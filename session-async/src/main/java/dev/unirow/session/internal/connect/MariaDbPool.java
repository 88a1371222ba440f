package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.wire.PoolTarget;
import dev.unirow.session.internal.wire.VertxPool;
import io.vertx.mysqlclient.MySQLBatchException;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.pool.ReactiveConnection;

/** Connections to a MariaDB that is new enough; a refusal has the SQLSTATE that the standard has for it. */
final class MariaDbPool extends VertxPool {
    /** The oldest version with long support that has a type for UUIDs. */
    static final int OLDEST_MAJOR = 10;

    static final int OLDEST_MINOR = 11;

    private static final String REFUSED = "08004";
    private static final String OF_MYSQL = "5.5.5-";

    MariaDbPool(Pool pool, MariaDbInterruption interruption, PoolTarget target) {
        super(pool, interruption, target);
    }

    static boolean isSupported(DatabaseMetadata server) {
        return server.productName().equals("MariaDB")
                && (server.majorVersion() > OLDEST_MAJOR
                        || server.majorVersion() == OLDEST_MAJOR && server.minorVersion() >= OLDEST_MINOR);
    }

    @Override
    public CompletionStage<ReactiveConnection> getConnection() {
        return super.getConnection()
                .handle((connection, failure) -> failure == null
                        ? checked(connection)
                        : CompletableFuture.<ReactiveConnection>failedFuture(refusal(failure)))
                .thenCompose(stage -> stage);
    }

    private static CompletionStage<ReactiveConnection> checked(ReactiveConnection connection) {
        DatabaseMetadata server = connection.getDatabaseMetadata();
        if (isSupported(server)) {
            return CompletableFuture.completedFuture(connection);
        }
        SQLException refusal = new SQLException(
                "it is " + server.productName() + " " + version(server) + ", and MariaDB " + OLDEST_MAJOR + "."
                        + OLDEST_MINOR + " or newer is needed",
                REFUSED);
        return connection.close().thenCompose(closed -> CompletableFuture.failedFuture(refusal));
    }

    /** Before version 11 MariaDB puts a number of MySQL's in front of its own, for the sake of old clients. */
    private static String version(DatabaseMetadata server) {
        String version = server.fullVersion();
        return version.startsWith(OF_MYSQL) ? version.substring(OF_MYSQL.length()) : version;
    }

    /** A batch goes on behind what fails in it. */
    @Override
    protected Throwable cause(Throwable failure) {
        return first(failure).map(Map.Entry::getValue).orElse(failure);
    }

    @Override
    protected int failedEntry(Throwable failure, int completed) {
        return first(failure).map(Map.Entry::getKey).orElse(completed);
    }

    private static Optional<Map.Entry<Integer, Throwable>> first(Throwable failure) {
        return failure instanceof MySQLBatchException batch
                ? batch.getIterationError().entrySet().stream().min(Map.Entry.comparingByKey())
                : Optional.empty();
    }

    /** MariaDB gives a database that is not there the SQLSTATE of a wrong statement. */
    private Throwable refusal(Throwable failure) {
        Throwable tried =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return tried.getCause() instanceof MySQLException refused
                ? noConnection(new SQLException(refused.getMessage(), REFUSED, refused.getErrorCode(), refused))
                : tried;
    }
}
