package dev.unirow.testing;

import java.time.Duration;

/**
 * How long a test waits for what never comes. It is no bound on how long something may take: a busy machine is not a
 * fault, so it is far beyond what the slowest one needs.
 */
public final class Waiting {
    public static final Duration LIMIT = Duration.ofMinutes(10);

    private Waiting() {}
}
