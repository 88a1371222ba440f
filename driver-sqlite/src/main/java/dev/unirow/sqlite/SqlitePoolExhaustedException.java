package dev.unirow.sqlite;

import java.time.Duration;

/** All connections of a pool stayed lent for longer than a session may wait. */
public final class SqlitePoolExhaustedException extends RuntimeException {
    SqlitePoolExhaustedException(int connections, Duration waited, String database) {
        super("Waited " + waited.toMillis() + " ms for one of the " + connections + " connections to " + database
                + ", all are in use. Close sessions on every path, or raise the number of connections.");
    }
}
