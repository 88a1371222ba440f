package dev.unirow.session.internal.unit;

import dev.unirow.session.internal.wire.Stages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.LockMode;
import org.hibernate.LockOptions;
import org.hibernate.UnresolvableObjectException;

/** The open savepoints of one transaction, the innermost first. */
final class Savepoints {
    private final SessionConnection connection;
    private final TrackedSession session;
    private final Deque<Savepoint> open = new ArrayDeque<>();
    private int made;

    Savepoints(SessionConnection connection, TrackedSession session) {
        this.connection = connection;
        this.session = session;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    boolean isOpen(Savepoint savepoint) {
        return open.contains(savepoint);
    }

    boolean isInnermost(Savepoint savepoint) {
        return open.peek() == savepoint;
    }

    /** Their transaction has ended. */
    void forget() {
        open.clear();
        made = 0;
    }

    /** Marks where the transaction stands; nothing may be waiting to be flushed. */
    CompletionStage<Savepoint> mark() {
        String name = "unirow_" + ++made;
        return connection.control("SAVEPOINT " + name).thenApply(ignored -> {
            Savepoint savepoint = new Savepoint(name, TrackedState.of(session), session.changed());
            open.push(savepoint);
            return savepoint;
        });
    }

    /** Keeps what was done since the innermost mark, which is gone then. */
    CompletionStage<Void> release() {
        Savepoint innermost = open.element();
        return connection.control("RELEASE SAVEPOINT " + innermost.name()).thenRun(open::pop);
    }

    /** Takes the transaction and the tracked models back to the innermost mark, which stays. */
    CompletionStage<Void> rollBack() {
        Savepoint innermost = open.element();
        if (innermost.isRolledBack()) {
            return CompletableFuture.completedFuture(null);
        }
        innermost.rolledBack();
        return connection.rollBackTo(innermost.name()).thenCompose(ignored -> {
            session.takeVersionsBack(innermost.changed());
            return reread(innermost.state().restore());
        });
    }

    /** Takes the transaction back to this mark, past those made after it; all of them are gone then. */
    CompletionStage<Void> rollBackAndRelease(Savepoint savepoint) {
        while (!isInnermost(savepoint)) {
            open.pop();
        }
        return rollBack().thenCompose(ignored -> release());
    }

    private CompletionStage<Void> reread(List<Object> models) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (Object model : models) {
            all = all.thenCompose(ignored -> Stages.attempt(
                            () -> session.reactiveRefresh(model, new LockOptions(LockMode.NONE)))
                    .<CompletionStage<Void>>handle((done, failure) -> {
                        if (failure == null || Stages.unwrap(failure) instanceof UnresolvableObjectException) {
                            return CompletableFuture.completedFuture(null); // no row: it is tracked no longer
                        }
                        return CompletableFuture.failedFuture(Stages.unwrap(failure));
                    })
                    .thenCompose(stage -> stage));
        }
        return all;
    }
}
