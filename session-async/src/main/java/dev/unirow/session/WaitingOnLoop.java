package dev.unirow.session;

import io.vertx.core.Context;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Lets waiting on an event loop fail at once, as it would wait for itself there. Mutiny asks whether the thread may
 * block: others who ask are told no, and only its own waiting learns what to write instead.
 */
final class WaitingOnLoop implements BooleanSupplier {
    static final String REFUSAL =
            "The result of a Uni was waited for on an event loop, which must never wait: the work function of a scope runs on one, "
                    + "and what it would wait for needs it. Return the Uni instead, and go on with chain(result -> …) or "
                    + "map(result -> …).";

    private static final Set<String> WAITING = Set.of(
            "io.smallrye.mutiny.operators.uni.UniBlockingAwait",
            "io.smallrye.mutiny.helpers.BlockingIterable$SubscriberIterator");
    private static final StackWalker STACK = StackWalker.getInstance();

    @Override
    public boolean getAsBoolean() {
        if (!Context.isOnEventLoopThread()) {
            return true;
        }
        boolean waits = STACK.walk(frames -> frames.limit(6).anyMatch(frame -> WAITING.contains(frame.getClassName())));
        if (waits) {
            throw new IllegalStateException(REFUSAL);
        }
        return false;
    }
}
