package dev.unirow.session.internal.wire;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The event-loop context that one session lives on. Hibernate Reactive binds a session to the event-loop thread that
 * made it (HR000068, HR000069), so everything a session does is run here.
 */
public final class SessionLoop implements Executor {
    private final ContextInternal context;

    private SessionLoop(ContextInternal context) {
        this.context = context;
    }

    /**
     * A context of its own; on the caller's event loop, where the caller is on one of this Vert.x, so that nothing
     * crosses threads.
     */
    public static SessionLoop on(Vertx vertx) {
        ContextInternal current = (ContextInternal) Vertx.currentContext();
        if (current != null && current.owner() == vertx && current.isEventLoopContext() && current.inThread()) {
            return new SessionLoop(current.duplicate());
        }
        return new SessionLoop(((VertxInternal) vertx).createEventLoopContext().duplicate());
    }

    /** Runs the command now where the caller is on this loop's thread already, later on it otherwise. */
    @Override
    public void execute(Runnable command) {
        if (context.inThread()) {
            context.dispatch(command);
        } else {
            context.runOnContext(ignored -> command.run());
        }
    }

    /** {@link #execute}, but nothing where the event loop ended with its Vert.x; whether it did not. */
    @CanIgnoreReturnValue
    public boolean executeUnlessEnded(Runnable command) {
        try {
            execute(command);
            return true;
        } catch (RejectedExecutionException ended) {
            return false;
        }
    }

    /** Whether the caller is on this loop's thread. */
    public boolean inThread() {
        return context.inThread();
    }
}
