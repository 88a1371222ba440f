package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before trying again: twice as long each time, and never quite as long as a rival. */
record BackOff(Duration first, Duration longest) {
    BackOff {
        requireNonNull(first, "The first wait is null.");
        requireNonNull(longest, "The longest wait is null.");
        if (first.isNegative() || first.isZero() || first.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "The first wait before a retry is above zero and not longer than the longest, " + "not " + first
                            + " and " + longest + ".");
        }
    }

    /**
     * The wait before a retry.
     *
     * @param retry 0 for the first
     */
    Duration before(int retry) {
        long longestNanos = longest.toNanos();
        long nanos = first.toNanos();
        for (int i = 0; i < retry && nanos < longestNanos; i++) {
            nanos = Math.min(longestNanos, nanos * 2);
        }
        return Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2 + 1));
    }
}
