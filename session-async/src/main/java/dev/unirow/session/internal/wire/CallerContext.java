package dev.unirow.session.internal.wire;

import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The Vert.x context that somebody subscribed on, of whichever Vert.x: where the results have to arrive, so that what
 * follows finds that context's thread and locals.
 */
public final class CallerContext implements Executor {
    private static final StackWalker STACK = StackWalker.getInstance();

    private final ContextInternal context;

    private CallerContext(ContextInternal context) {
        this.context = context;
    }

    /**
     * That of the present thread; for a caller without one, wherever a result arises.
     *
     * <p>So too for one that blocks a worker or virtual thread of Vert.x until the result is there: such a context does
     * one thing at a time, and would not take the result before the waiting is over.
     */
    public static Executor current() {
        ContextInternal caller = (ContextInternal) Vertx.currentContext();
        if (caller == null || (!caller.isEventLoopContext() && waits())) {
            return Runnable::run;
        }
        return new CallerContext(caller);
    }

    /** Mutiny subscribes, and then blocks, in classes of these names. */
    private static boolean waits() {
        return STACK.walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .anyMatch(name -> name.equals("io.smallrye.mutiny.operators.uni.UniBlockingAwait")
                        || name.startsWith("io.smallrye.mutiny.helpers.BlockingIterable")));
    }

    /** Now where the present thread is on the context already, later otherwise. */
    @Override
    public void execute(Runnable command) {
        if (Vertx.currentContext() == context) {
            command.run();
        } else if (context.isEventLoopContext() && context.inThread()) {
            context.dispatch(command);
        } else {
            later(command);
        }
    }

    /**
     * Whoever is told something after their Vert.x was closed is told it here: a result that is lost would hold what it
     * ends.
     */
    private void later(Runnable command) {
        try {
            context.runOnContext(ignored -> command.run());
        } catch (RejectedExecutionException closed) {
            command.run();
        }
    }
}
