package dev.unirow.active.tests;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The ways by which a pipeline may come to a call: across threads, timers, and Mutiny's operators. */
enum Detour {
    NONE {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            return call.get();
        }
    },
    EMIT_ON {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            return Uni.createFrom()
                    .voidItem()
                    .emitOn(WORKERS)
                    .chain(() -> call.get())
                    .emitOn(WORKERS);
        }
    },
    RUN_SUBSCRIPTION_ON {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            return Uni.createFrom().deferred(call::get).runSubscriptionOn(WORKERS);
        }
    },
    DELAY {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            return Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(Duration.ofMillis(1))
                    .chain(() -> call.get());
        }
    },
    COMBINE {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            return Uni.combine()
                    .all()
                    .unis(call.get(), Uni.createFrom().item("other").emitOn(WORKERS))
                    .with((result, other) -> result);
        }
    },
    JOIN {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            return Uni.join()
                    .first(Uni.createFrom().<T>nothing(), Uni.createFrom().deferred(call::get))
                    .toTerminate();
        }
    },
    MERGE {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            return Multi.createBy()
                    .merging()
                    .streams(
                            Multi.createFrom().<T>empty().emitOn(WORKERS),
                            Uni.createFrom().deferred(call::get).toMulti())
                    .collect()
                    .first();
        }
    },
    MULTI {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            return Multi.createFrom()
                    .range(0, 3)
                    .emitOn(WORKERS)
                    .filter(i -> i == 1)
                    .onItem()
                    .transformToUniAndMerge(i -> call.get())
                    .collect()
                    .first();
        }
    },
    CONCATENATION {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            return Multi.createBy()
                    .concatenating()
                    .streams(Multi.createFrom().<T>empty(), call.get().toMulti())
                    .group()
                    .intoLists()
                    .of(1)
                    .map(all -> all.get(0))
                    .toUni();
        }
    },
    REPETITION {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            return Multi.createBy()
                    .repeating()
                    .uni(() -> Uni.createFrom().item("again").emitOn(WORKERS))
                    .atMost(1)
                    .onItem()
                    .transformToMultiAndConcatenate(again -> call.get().toMulti())
                    .toUni();
        }
    },
    RETRY {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            AtomicInteger tries = new AtomicInteger();
            return Uni.createFrom()
                    .deferred(() -> tries.getAndIncrement() == 0
                            ? Uni.createFrom().<T>failure(new IllegalStateException("the first time"))
                            : call.get())
                    .onFailure(IllegalStateException.class)
                    .retry()
                    .withBackOff(Duration.ofMillis(1))
                    .atMost(2);
        }
    },
    RECOVERY {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            return Uni.createFrom()
                    .<T>failure(new IllegalStateException("the first way"))
                    .emitOn(WORKERS)
                    .onFailure()
                    .recoverWithUni(call::get);
        }
    },
    MEMOIZED {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            Uni<T> once = Uni.createFrom()
                    .deferred(call::get)
                    .emitOn(WORKERS)
                    .memoize()
                    .indefinitely();
            return once.chain(() -> once);
        }
    },
    TIME_LIMIT {
        @Override
        <T> Uni<T> to(Supplier<Uni<T>> call) {
            return Uni.createFrom()
                    .deferred(call::get)
                    .ifNoItem()
                    .after(Duration.ofMinutes(1))
                    .fail();
        }
    };

    private static final Executor WORKERS = Infrastructure.getDefaultWorkerPool();

    /** The call, once, somewhere behind the detour. */
    abstract <T> Uni<T> to(Supplier<Uni<T>> call);
}
