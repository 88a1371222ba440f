package dev.unirow.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import org.jspecify.annotations.Nullable;

/** Waiting for a result where that is wanted: at a prompt, in {@code main}, in a test. */
public final class Await {
    private Await() {}

    /**
     * Subscribes and blocks the calling thread until the result is there; a failure is thrown as it is. For a static
     * import: {@code await(session.commit())}.
     *
     * @throws IllegalStateException on an event-loop thread, which must never wait
     */
    @CanIgnoreReturnValue
    public static <T extends @Nullable Object> T await(Uni<T> uni) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException(WaitingOnLoop.REFUSAL);
        }
        return uni.await().indefinitely();
    }
}
