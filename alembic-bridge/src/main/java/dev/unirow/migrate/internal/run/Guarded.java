package dev.unirow.migrate.internal.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Somebody else's code that a run calls in its midst. What that throws is logged once, and is not the run's. */
final class Guarded<T> implements Consumer<T> {
    private static final Logger LOG = Logger.getLogger("unirow.migrate");

    private final Consumer<? super T> target;
    private final Class<?> type;
    private final AtomicBoolean failed = new AtomicBoolean();

    /** @param target also named in the log */
    Guarded(Consumer<? super T> target, Class<?> type) {
        this.target = target;
        this.type = type;
    }

    @Override
    public void accept(T what) {
        try {
            target.accept(what);
        } catch (Throwable failure) { // whatever it is, it is not the run's
            if (!failed.getAndSet(true)) {
                LOG.warnf(
                        failure,
                        "The listener %s has failed. The run of migrations goes on; further failures of it are not logged.",
                        type.getName());
            }
        }
    }
}
