package dev.unirow.session;

import dev.unirow.session.exception.RetryableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One piece of work, tried again while it loses against other transactions. */
final class Retries<T extends @Nullable Object> {
    private final Supplier<Attempt<T>> attempts;
    private final ScopeOptions options;
    private final List<Throwable> earlier = new ArrayList<>();

    private Retries(Supplier<Attempt<T>> attempts, ScopeOptions options) {
        this.attempts = attempts;
        this.options = options;
    }

    /** One run of the work from its start. */
    interface Attempt<T extends @Nullable Object> {
        Uni<T> run();

        /** Whether a part of a run that has failed was kept, so that running again would do it twice. */
        boolean hasCommitted();
    }

    static <T extends @Nullable Object> Uni<T> of(Supplier<Attempt<T>> attempts, ScopeOptions options) {
        return Uni.createFrom().deferred(() -> new Retries<>(attempts, options).next());
    }

    private Uni<T> next() {
        Attempt<T> attempt = attempts.get();
        return attempt.run().onFailure().recoverWithUni(failure -> {
            boolean again = failure instanceof RetryableException
                    && earlier.size() < options.retries()
                    && !attempt.hasCommitted();
            return again ? later(failure) : failed(failure);
        });
    }

    private Uni<T> later(Throwable failure) {
        int retry = earlier.size();
        earlier.add(failure);
        Duration pause = options.pause().before(retry);
        return Uni.createFrom()
                .voidItem()
                .emitOn(CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, Runnable::run))
                .chain(this::next);
    }

    private Uni<T> failed(Throwable failure) {
        for (Throwable each : earlier) {
            if (each != failure) {
                failure.addSuppressed(each);
            }
        }
        return Uni.createFrom().failure(failure);
    }
}
