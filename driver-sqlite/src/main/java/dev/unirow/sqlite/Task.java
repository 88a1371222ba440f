package dev.unirow.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Something to do with a connection.
 *
 * @param sql what messages say of it
 * @param turn whether it needs its session's turn among the writers
 * @param place where it may run
 */
record Task<T extends @Nullable Object>(String sql, boolean turn, Place place, Work<T> work) {
    enum Place {
        /** On the loop: BEGIN, COMMIT and ROLLBACK. */
        LOOP,
        /** On the loop or, when it is known to be long, on a thread of its own. */
        ANY,
        /** As ANY; and it only reads, so it can be interrupted on the loop and run again elsewhere. */
        MOVABLE
    }

    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(NativeConnection connection) throws SQLException;
    }
}
