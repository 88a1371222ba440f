package dev.unirow.sqlite.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Completion stages that can be cancelled through what is made from them. */
public final class Stages {
    private Stages() {}

    /** As thenApply, but cancelling the result cancels what it is made from. */
    public @SuppressWarnings("NullAway") // Void has no value but null
    static <T, R> CompletionStage<R> map(CompletionStage<T> source, Function<T, ? extends @Nullable R> mapping) {
        CompletableFuture<R> mapped = source.<R>thenApply(mapping::apply).toCompletableFuture();
        if (!mapped.isDone()) {
            mapped.whenComplete((value, failure) -> {
                if (mapped.isCancelled()) {
                    source.toCompletableFuture().cancel(false);
                }
            });
        }
        return mapped;
    }

    static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
