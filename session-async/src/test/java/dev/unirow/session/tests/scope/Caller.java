package dev.unirow.session.tests.scope;

import dev.unirow.testing.Waiting;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The kinds of threads that an application calls from. */
enum Caller {
    PLAIN_THREAD {
        @Override
        void start(Vertx vertx, Runnable work) {
            new Thread(work).start();
        }
    },
    /** From JDK 21 on. */
    VIRTUAL_THREAD {
        @Override
        boolean isAvailable() {
            return Runtime.version().feature() >= 21;
        }

        @Override
        void start(Vertx vertx, Runnable work) {
            try {
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
            } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
                throw new AssertionError(e);
            }
        }
    },
    EVENT_LOOP {
        @Override
        void start(Vertx vertx, Runnable work) {
            vertx.getOrCreateContext().runOnContext(ignored -> work.run());
        }
    },
    /** As requests have one each, on an event loop that they share. */
    DUPLICATED_CONTEXT {
        @Override
        void start(Vertx vertx, Runnable work) {
            ContextInternal shared = (ContextInternal) vertx.getOrCreateContext();
            shared.duplicate().runOnContext(ignored -> work.run());
        }
    },
    WORKER {
        @Override
        void start(Vertx vertx, Runnable work) {
            ((VertxInternal) vertx).createWorkerContext().runOnContext(ignored -> work.run());
        }
    },
    EXECUTE_BLOCKING {
        @Override
        void start(Vertx vertx, Runnable work) {
            var unused = vertx.executeBlocking(() -> {
                work.run();
                return "done";
            });
        }
    },
    /** From JDK 21 on: what Vert.x runs on a virtual thread. */
    VIRTUAL_THREAD_CONTEXT {
        @Override
        boolean isAvailable() {
            return VIRTUAL_THREAD.isAvailable();
        }

        @Override
        void start(Vertx vertx, Runnable work) {
            var unused = vertx.deployVerticle(
                    new AbstractVerticle() {
                        @Override
                        public void start() {
                            work.run();
                        }
                    },
                    new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD));
        }
    };

    boolean isAvailable() {
        return true;
    }

    abstract void start(Vertx vertx, Runnable work);

    /** What the work returns when it is called from such a thread. */
    <T> T call(Vertx vertx, Callable<T> work) {
        return this.<T>callAsync(vertx, ignored -> {
            CompletableFuture<T> result = new CompletableFuture<>();
            try {
                result.complete(work.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
            return result;
        });
    }

    /** Work that is not done yet when its call returns. */
    interface Step<T> {
        CompletableFuture<T> start(Context caller) throws Exception;
    }

    <T> T callAsync(Vertx vertx, Step<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        start(vertx, () -> {
            try {
                work.start(Vertx.currentContext()).whenComplete((value, failure) -> {
                    if (failure == null) {
                        result.complete(value);
                    } else {
                        result.completeExceptionally(failure);
                    }
                });
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        return result.orTimeout(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
