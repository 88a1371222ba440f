package dev.unirow.sqlite;

import dev.unirow.sqlite.internal.EventLoop;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lends the connections of a pool, and opens more up to the limit. In memory there is one, which all borrowers have,
 * and use in their turn among the writers. Used on the event loop only.
 */
final class Connections {
    private static final Logger LOG = Logger.getLogger("dev.unirow.sqlite");

    private final SqliteConfig config;
    private final DatabaseFile database;
    private final EventLoop loop;
    private final Deque<NativeConnection> idle = new ArrayDeque<>();
    private final Set<NativeConnection> lent = new HashSet<>();
    private final Deque<CompletableFuture<NativeConnection>> waiters = new ArrayDeque<>();
    private int borrowers;

    Connections(SqliteConfig config, DatabaseFile database, EventLoop loop, NativeConnection first) {
        this.config = config;
        this.database = database;
        this.loop = loop;
        idle.add(first);
    }

    /** Whether {@link #borrow} need not wait. */
    boolean isAvailable() {
        return config.inMemory()
                || !idle.isEmpty()
                || lent.size() < config.limits().maxConnections();
    }

    int open() {
        return idle.size() + lent.size();
    }

    int inUse() {
        return config.inMemory() ? borrowers : lent.size();
    }

    int waiting() {
        waiters.removeIf(CompletableFuture::isDone);
        return waiters.size();
    }

    /** A connection, now or when another session gives one back; fails with an SQLException when none can be opened. */
    CompletionStage<NativeConnection> borrow() {
        if (config.inMemory()) {
            borrowers++;
            return CompletableFuture.completedFuture(idle.element());
        }
        if (idle.isEmpty() && lent.size() >= config.limits().maxConnections()) {
            return inLine();
        }
        try {
            if (idle.isEmpty()) {
                idle.push(database.connect());
            }
            idle.element().noticeForeignSchema();
            NativeConnection connection = idle.pop();
            lent.add(connection);
            return CompletableFuture.completedFuture(connection);
        } catch (SQLException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<NativeConnection> inLine() {
        CompletableFuture<NativeConnection> waiter = new CompletableFuture<>();
        waiters.add(waiter);
        long timer = loop.after(config.limits().writerTimeout(), () -> {
            if (waiters.remove(waiter)) {
                waiter.completeExceptionally(new SqlitePoolExhaustedException(
                        config.limits().maxConnections(), config.limits().writerTimeout(), config.description()));
            }
        });
        waiter.whenComplete((connection, failure) -> loop.cancel(timer));
        return waiter;
    }

    /** @param changed whether a session has changed more of it than the database; nobody gets it as it is then */
    void giveBack(NativeConnection connection, boolean changed) {
        if (changed) {
            discard(connection);
            return;
        }
        if (config.inMemory()) {
            borrowers--;
            return;
        }
        if (!lent.remove(connection)) {
            return; // the pool was closed meanwhile
        }
        CompletableFuture<NativeConnection> next = nextWaiter();
        if (next == null) {
            idle.push(connection);
        } else {
            lend(connection, next);
        }
    }

    private @Nullable CompletableFuture<NativeConnection> nextWaiter() {
        CompletableFuture<NativeConnection> waiter = waiters.poll();
        while (waiter != null && waiter.isDone()) {
            waiter = waiters.poll();
        }
        return waiter;
    }

    private void lend(NativeConnection connection, CompletableFuture<NativeConnection> next) {
        lent.add(connection);
        loop.later(() -> {
            if (!next.complete(connection)) {
                giveBack(connection, false);
            }
        });
    }

    /**
     * Closes a connection whose state is unknown. The one of a database in memory, where the data live, becomes as new.
     */
    void discard(NativeConnection connection) {
        if (config.inMemory()) {
            borrowers--;
            renew(connection);
            return;
        }
        if (!lent.remove(connection)) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warnf(e, "A connection to %s could not be closed.", config.description());
        }
        CompletableFuture<NativeConnection> next = nextWaiter();
        if (next != null) {
            lendAnother(next);
        }
    }

    private void renew(NativeConnection connection) {
        try {
            database.renew(connection);
        } catch (SQLException e) {
            LOG.warnf(e, "What a session has set on the connection to %s could not be undone.", config.description());
        }
    }

    private void lendAnother(CompletableFuture<NativeConnection> next) {
        try {
            NativeConnection connection = database.connect();
            connection.noticeForeignSchema();
            lend(connection, next);
        } catch (SQLException e) {
            loop.later(() -> next.completeExceptionally(e));
        }
    }

    /** Interrupts what runs on all connections. */
    void interrupt() {
        idle.forEach(connection -> connection.watch().stop());
        lent.forEach(connection -> connection.watch().stop());
    }

    /** Closes all connections, and fails those that wait for one. */
    @Nullable SQLException close(RuntimeException reason) {
        waiters.forEach(waiter -> waiter.completeExceptionally(reason));
        waiters.clear();
        idle.addAll(lent);
        lent.clear();
        SQLException failure = null;
        for (NativeConnection connection : idle) {
            try {
                connection.close();
            } catch (SQLException e) {
                failure = e;
            }
        }
        idle.clear();
        return failure;
    }
}
