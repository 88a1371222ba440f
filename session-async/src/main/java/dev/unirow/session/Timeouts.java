package dev.unirow.session;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The clock of time-outs: one thread, which does nothing but say that a time is over, and keeps no process alive, as Mutiny's would. */
final class Timeouts {
    static final ScheduledExecutorService CLOCK = clock();

    private Timeouts() {}

    private static ScheduledExecutorService clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "unirow-timeouts");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true); // what ended in time leaves nothing behind
        return clock;
    }
}
