package dev.unirow.tutorial.shell;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.UniInterceptor;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;

/** Lets a jshell print of every {@link Uni} whether it was run, instead of the name of a class of Mutiny's. */
public final class ReadableUnis implements UniInterceptor {
    @Override
    public <T> Uni<T> onUniCreation(Uni<T> uni) {
        return new Readable<>(uni);
    }

    private static final class Readable<T> extends AbstractUni<T> {
        private final Uni<T> uni;
        private volatile boolean run;

        Readable(Uni<T> uni) {
            this.uni = uni;
        }

        @Override
        public void subscribe(UniSubscriber<? super T> subscriber) {
            run = true;
            AbstractUni.subscribe(uni, subscriber);
        }

        // plain characters, since a terminal may know no others
        @Override
        public String toString() {
            return run ? "run already: await(...) runs it again" : "not run yet: await(...)";
        }
    }
}
