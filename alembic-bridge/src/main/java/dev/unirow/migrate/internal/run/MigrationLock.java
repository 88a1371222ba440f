package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.ConcurrentMigrationException;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One run at a time. On PostgreSQL and MariaDB an advisory lock of the connection, which also covers revisions outside
 * a transaction and which the server frees when the connection is lost. SQLite needs none beside its transactions, for
 * which {@link Patience} waits: each begins as a writer, and steps look at the version rows inside theirs.
 */
public final class MigrationLock {
    /**
     * Any number will do that no other program takes; it is a part of the protocol between versions of this library.
     */
    private static final long KEY = 0x756e69726f770001L;

    /** MariaDB's are of the whole server. */
    private static final String NAME = "concat('unirow migrations of ', sha1(database()))";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final SqlConnection connection;
    private final DatabaseKind kind;
    private final boolean keeps;
    private final Duration patience;
    private final Cancellation cancellation;

    public MigrationLock(RunConnection run, Duration patience, Cancellation cancellation) {
        this.connection = run.sql();
        this.kind = run.kind();
        this.keeps = kind == DatabaseKind.POSTGRESQL && run.within();
        this.patience = patience;
        this.cancellation = cancellation;
    }

    /** Fails with {@link ConcurrentMigrationException} when the lock cannot be had in time. */
    public <T> Uni<T> around(Supplier<Uni<T>> work) {
        if (kind == DatabaseKind.SQLITE) {
            return Uni.createFrom().deferred(work::get);
        }
        return Uni.createFrom()
                .deferred(() -> take(System.nanoTime(), FIRST_PAUSE))
                .chain(() -> Settled.after(Uni.createFrom().deferred(work::get), this::release));
    }

    private Uni<Void> take(long since, Duration pause) {
        return cancellation
                .guard(connection.select(
                        kind == DatabaseKind.MARIADB
                                ? "select get_lock(" + NAME + ", 0) = 1 as taken"
                                : "select pg_try_advisory_" + (keeps ? "xact_" : "") + "lock(" + KEY + ") as taken"))
                .chain(rows -> {
                    Object taken = rows.get(0).get("taken");
                    if (Boolean.TRUE.equals(taken) || taken instanceof Number number && number.intValue() == 1) {
                        return Uni.createFrom().voidItem();
                    }
                    if (System.nanoTime() - since > patience.toNanos()) {
                        return Uni.createFrom().failure(ConcurrentMigrationException.ofRun(patience));
                    }
                    Duration next = pause.multipliedBy(2);
                    return Uni.createFrom()
                            .voidItem()
                            .emitOn(CompletableFuture.delayedExecutor(
                                    pause.toMillis(), TimeUnit.MILLISECONDS, Runnable::run))
                            .chain(() -> take(since, next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next));
                });
    }

    /** Whether a run is under way on another connection to this MariaDB. */
    static Uni<Boolean> isHeldElsewhere(SqlConnection connection) {
        return connection
                .select("select is_used_lock(" + NAME + ") <> connection_id() as elsewhere")
                .map(rows -> rows.get(0).get("elsewhere") instanceof Number elsewhere && elsewhere.intValue() == 1);
    }

    /** One of the caller's transaction ends with that, for what is not committed is not there for another run. */
    private Uni<Void> release() {
        if (keeps) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .select(
                        kind == DatabaseKind.MARIADB
                                ? "select release_lock(" + NAME + ")"
                                : "select pg_advisory_unlock(" + KEY + ")")
                .replaceWithVoid();
    }
}
