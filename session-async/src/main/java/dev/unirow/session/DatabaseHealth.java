package dev.unirow.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a database is, for the readiness probe of a service. Holds nothing secret.
 *
 * @param database the database, without its password
 * @param reachable whether it answered
 * @param problem why it did not answer
 * @param took how long it took to find out
 * @param pool the connections; all zero before the database was first used
 * @param findings what else was looked at, of a database that answered
 */
public record DatabaseHealth(
        String database,
        boolean reachable,
        Optional<String> problem,
        Duration took,
        PoolStats pool,
        List<Finding> findings) {
    public DatabaseHealth {
        findings = List.copyOf(findings);
    }

    /** Whether it answered, and all else is as it should be. */
    public boolean ready() {
        return reachable && findings.stream().allMatch(Finding::ok);
    }

    /**
     * One thing that was looked at.
     *
     * @param name in one word: {@code migrations}
     * @param ok whether it is as it should be
     * @param text how it is, as a sentence
     */
    public record Finding(String name, boolean ok, String text) {}
}
