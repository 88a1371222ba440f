package dev.unirow.sqlite.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How long something took on this thread, without the time in which the thread could not run: while other programs had
 * the processors, which Linux tells, or while the whole virtual machine stood still, which a {@link Pulse} notices.
 */
final class Stopwatch {
    private static final Path SCHEDULER = Path.of("/proc/thread-self/schedstat");

    private final Pulse pulse;
    private final long started = System.nanoTime();
    private final long delayed = delayedNanos();
    private final long missed;

    private Stopwatch(Pulse pulse) {
        this.pulse = pulse;
        this.missed = pulse.missedNanos();
    }

    static Stopwatch started(Pulse pulse) {
        return new Stopwatch(pulse);
    }

    long millis() {
        long stood = Math.max(delayedNanos() - delayed, pulse.missedNanos() - missed);
        return Math.max(0, Duration.ofNanos(System.nanoTime() - started - stood).toMillis());
    }

    private static long delayedNanos() {
        try {
            return Long.parseLong(Files.readString(SCHEDULER).split(" ")[1]);
        } catch (IOException e) {
            return 0;
        }
    }
}
