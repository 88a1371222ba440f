package dev.unirow.session.internal.wire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The two combinations of stages that the platform lacks. */
public final class Stages {
    private Stages() {}

    /** What the supplier answers, with an exception that it throws as a failure of the stage. */
    public static <T extends @Nullable Object> CompletionStage<T> attempt(
            Supplier<? extends CompletionStage<T>> supplier) {
        try {
            return supplier.get();
        } catch (Throwable failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    /**
     * The first stage, and after it, whatever its outcome, the second. The first failure wins; a later one is added to
     * it as suppressed.
     */
    public static <T extends @Nullable Object> CompletionStage<T> alwaysThen(
            CompletionStage<T> first, Supplier<? extends CompletionStage<?>> second) {
        return first.handle((result, failure) -> attempt(() -> second.get().<@Nullable Void>thenApply(ignored -> null))
                        .handle((ignored, closing) -> outcome(result, failure, closing)))
                .thenCompose(stage -> stage)
                .thenCompose(stage -> stage);
    }

    private static <T extends @Nullable Object> CompletionStage<T> outcome(
            T result, @Nullable Throwable failure, @Nullable Throwable closing) {
        if (failure == null) {
            return closing == null
                    ? CompletableFuture.completedFuture(result)
                    : CompletableFuture.failedFuture(unwrap(closing));
        }
        Throwable first = unwrap(failure);
        if (closing != null && unwrap(closing) != first) {
            first.addSuppressed(unwrap(closing));
        }
        return CompletableFuture.failedFuture(first);
    }

    public static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
