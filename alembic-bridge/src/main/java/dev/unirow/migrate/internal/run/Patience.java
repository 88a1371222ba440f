package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.ConcurrentMigrationException;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.exception.RetryableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the writers of SQLite, which has no lock for a whole run, as {@link MigrationLock} waits for other runs:
 * what fails because another connection writes is tried again until the patience ends. On other databases this does
 * nothing.
 */
public final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final DatabaseKind kind;
    private final RunSettings settings;
    private final Cancellation cancellation;

    public Patience(DatabaseKind kind, RunSettings settings, Cancellation cancellation) {
        this.kind = kind;
        this.settings = settings;
        this.cancellation = cancellation;
    }

    /** Begins a transaction. Fails with {@link ConcurrentMigrationException} when that takes too long. */
    Uni<Void> begin(RunConnection connection) {
        return kind == DatabaseKind.SQLITE
                ? Uni.createFrom().deferred(() -> new Wait<Void>(() -> inTime(connection.begin())).attempt(FIRST_PAUSE))
                : cancellation.guard(connection.begin());
    }

    /** The driver's own patience may be longer. */
    private Uni<Void> inTime(Uni<Void> begin) {
        Duration longest =
                settings.patience().compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : settings.patience();
        // Mutiny's own timer would keep a program alive whose main method has ended
        Uni<Void> tooLate = Uni.createFrom()
                .voidItem()
                .emitOn(CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS, Runnable::run))
                .chain(() -> Uni.createFrom().failure(locked(null)));
        return Uni.join().first(begin, tooLate).toTerminate();
    }

    /**
     * The work outside a transaction, which may take as long as it likes.
     *
     * @param work changes nothing when it fails because another connection writes
     */
    public <T extends @Nullable Object> Uni<T> again(Supplier<Uni<T>> work) {
        return kind == DatabaseKind.SQLITE
                ? Uni.createFrom().deferred(() -> new Wait<T>(work).attempt(FIRST_PAUSE))
                : Uni.createFrom().deferred(work::get);
    }

    /** The work in a transaction of its own. */
    public <T extends @Nullable Object> Uni<T> inTransaction(RunConnection connection, Supplier<Uni<T>> work) {
        return begin(connection)
                .chain(() -> Settled.onFailure(
                        Uni.createFrom().deferred(work::get).call(connection::commit), connection::rollback));
    }

    private ConcurrentMigrationException locked(@Nullable Throwable failure) {
        return ConcurrentMigrationException.ofWriter(settings.patience(), failure);
    }

    private final class Wait<T extends @Nullable Object> {
        private final Supplier<Uni<T>> work;
        private final long since = System.nanoTime();
        private boolean told;

        Wait(Supplier<Uni<T>> work) {
            this.work = work;
        }

        Uni<T> attempt(Duration pause) {
            return cancellation
                    .guard(Uni.createFrom().deferred(work::get))
                    .onFailure(RetryableException.class)
                    .recoverWithUni(failure -> {
                        if (System.nanoTime() - since > settings.patience().toNanos()) {
                            return Uni.createFrom().failure(locked(failure));
                        }
                        tell();
                        Duration next = pause.multipliedBy(2);
                        return Uni.createFrom()
                                .voidItem()
                                .emitOn(CompletableFuture.delayedExecutor(
                                        pause.toMillis(), TimeUnit.MILLISECONDS, Runnable::run))
                                .chain(() -> attempt(next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next));
                    });
        }

        private void tell() {
            if (!told) {
                told = true;
                settings.progress()
                        .accept("Waiting for another connection that is writing to this database,"
                                + " perhaps another run of migrations");
            }
        }
    }
}
