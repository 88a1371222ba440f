package dev.unirow.migrate.internal.run;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Lets a run end in order when its subscriber leaves: it stops before its next statement, rolls back, gives its lock up
 * and puts its connection back as it was. Cut off in the middle, it could do none of that.
 */
public final class Cancellation {
    private final AtomicBoolean asked = new AtomicBoolean();

    private Cancellation() {}

    public static <T> Uni<T> shield(Function<Cancellation, Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Cancellation cancellation = new Cancellation();
            emitter.onTermination(() -> cancellation.asked.set(true));
            work.apply(cancellation).subscribe().with(emitter.context(), emitter::complete, emitter::fail);
        });
    }

    /** The work, unless the subscriber has left before it starts. */
    <T> Uni<T> guard(Uni<T> work) {
        return Uni.createFrom()
                .deferred(() -> asked.get() ? Uni.createFrom().failure(new MigrationCancelledException()) : work);
    }
}
