package dev.unirow.sqlite.tests;

import java.util.concurrent.locks.LockSupport;

/** A thread that beats every millisecond and touches nothing else, so what it misses is the machine's doing. */
final class Pulse {
    private static final long BEAT = 1_000_000;

    private record State(long missed, long lastBeat) {}

    private volatile State state = new State(0, System.nanoTime());

    private Pulse() {}

    static Pulse beating() {
        Pulse pulse = new Pulse();
        Thread thread = new Thread(pulse::beat, "pulse");
        thread.setDaemon(true);
        thread.start();
        return pulse;
    }

    private void beat() {
        while (true) {
            LockSupport.parkNanos(BEAT);
            state = now(state);
        }
    }

    private static State now(State last) {
        long now = System.nanoTime();
        return new State(last.missed + Math.max(0, now - last.lastBeat - 2 * BEAT), now);
    }

    /** Since the beginning, with the beat that is late now. */
    long missedNanos() {
        return now(state).missed;
    }
}
