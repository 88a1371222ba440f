package dev.unirow.session.internal.wire;

import java.time.Duration;

/**
 * What a pool connects to, for messages.
 *
 * @param place the database and its server, without user and password
 * @param size how many connections it may hold
 * @param limit how long an operation waits for one
 * @param answerTime how long a connection that was idle may take to show that it is alive
 */
public record PoolTarget(String place, int size, Duration limit, Duration answerTime) {
    public static String place(String database, String host, int port) {
        return (database.isEmpty() ? "" : "'" + database + "' ") + "at " + host + ":" + port;
    }
}
