package dev.unirow.migrate.internal.run;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work with a closing step that runs whether it succeeds or fails. */
public final class Settled {
    private Settled() {}

    /** The first failure wins; one of the closing step is added to it as suppressed. */
    public static <T extends @Nullable Object> Uni<T> after(Uni<T> work, Supplier<Uni<Void>> closing) {
        return onFailure(work, closing).onItem().call(ignored -> closing.get());
    }

    static <T extends @Nullable Object> Uni<T> onFailure(Uni<T> work, Supplier<Uni<Void>> closing) {
        return work.onFailure()
                .call(failure -> closing.get()
                        .onFailure()
                        .invoke(failure::addSuppressed)
                        .onFailure()
                        .recoverWithNull());
    }
}
