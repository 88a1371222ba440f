package dev.unirow.migrate;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps reading and writing of files off event loops, and brings results back to the loop that asked. */
final class FileWork {
    private FileWork() {}

    static <T extends @Nullable Object> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom().<T>item(work).runSubscriptionOn(FileWork::inBackground);
    }

    /** On a thread that keeps no process alive; those of Mutiny's executor would for a minute. */
    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "unirow-files");
        thread.setDaemon(true);
        thread.start();
    }

    /** The outermost Uni of an operation. */
    static <T extends @Nullable Object> Uni<T> onCaller(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            @Nullable Context caller = Vertx.currentContext();
            Uni<T> result = work.get();
            return caller == null ? result : result.emitOn(command -> later(caller, command));
        });
    }

    /** Whoever has closed their Vert.x meanwhile gets the result here, or would wait for it for ever. */
    private static void later(Context caller, Runnable command) {
        try {
            caller.runOnContext(ignored -> command.run());
        } catch (RejectedExecutionException closed) {
            command.run();
        }
    }
}
