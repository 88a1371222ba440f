package dev.unirow.session.internal.operation;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** Limits of time. Their clock is one thread, which keeps no process alive, as Mutiny's would. */
public final class Timeouts {
    private static final ScheduledExecutorService CLOCK = clock();

    private Timeouts() {}

    /**
     * The work, which is cancelled where it takes too long; what comes then arises beside the clock, which nobody may
     * hold up.
     */
    public static <T extends @Nullable Object> Uni<T> limit(Uni<T> work, Duration limit, Uni<T> late) {
        return work.ifNoItem().after(limit).on(CLOCK).recoverWithUni(() -> late.emitOn(Timeouts::beside));
    }

    private static void beside(Runnable task) {
        daemon(task).start();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "unirow-timeouts");
        thread.setDaemon(true);
        return thread;
    }

    private static ScheduledExecutorService clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, Timeouts::daemon);
        clock.setRemoveOnCancelPolicy(true); // what ended in time leaves nothing behind
        return clock;
    }
}
