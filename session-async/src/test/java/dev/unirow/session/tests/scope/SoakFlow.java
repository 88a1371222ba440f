package dev.unirow.session.tests.scope;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;

import dev.unirow.query.Select;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.exception.CommitUnknownException;
import dev.unirow.session.exception.ConnectionLostException;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.exception.RetryableException;
import dev.unirow.session.exception.TransactionFailedException;
import dev.unirow.session.tests.models.Tag;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * One of many that write and read at once while connections break, and what it was told of each of its pairs of rows.
 */
final class SoakFlow {
    private final Database db;
    private final String prefix;
    private final Random random;
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> unknown = new HashSet<>();
    private int number;
    private final AtomicInteger operations = new AtomicInteger();
    private int lost;

    SoakFlow(Database db, String prefix, Random random) {
        this.db = db;
        this.prefix = prefix;
        this.random = random;
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    Set<String> unknown() {
        return unknown;
    }

    int operations() {
        return operations.get();
    }

    /** How many operations failed because a connection broke. */
    int lost() {
        return lost;
    }

    void step() {
        operations.incrementAndGet();
        switch (random.nextInt(9)) {
            case 0, 1 -> write(name -> db.begin(session -> pair(session, name)));
            case 2 -> write(name -> db.begin(options().retry(3), session -> pair(session, name)));
            case 3 -> write(this::commitAsYouGo);
            case 4 -> write(this::afterNestedWorkThatFailed);
            case 5 -> write(this::byHand);
            case 6 -> cancelled();
            case 7 -> read(db.read(session -> session.all(own()).map(all -> (long) all.size())));
            default ->
                read(db.read(session -> session.stream(own())
                        .select()
                        .first(1 + random.nextInt(20))
                        .collect()
                        .with(java.util.stream.Collectors.counting())));
        }
    }

    private Select<Tag> own() {
        return select(Tag.class).where(text(Tag::label).startswith(prefix)).orderBy(asc(Tag::label));
    }

    /** Two rows of one transaction: both are there, or none is. */
    private static Uni<Void> pair(AsyncSession session, String name) {
        session.add(new Tag(name + "-a", "x"));
        return session.flush().chain(() -> {
            session.add(new Tag(name + "-b", "x"));
            return session.flush();
        });
    }

    private Uni<Void> commitAsYouGo(String name) {
        return db.session(session -> pair(session, name).chain(session::commit));
    }

    private Uni<Void> afterNestedWorkThatFailed(String name) {
        return db.begin(session -> pair(session, name)
                .call(() -> session.<Void>nested(inner -> {
                            inner.add(new Tag(name + "-a", "is there already"));
                            return inner.flush();
                        })
                        .onFailure(failure -> !isLost(failure))
                        .recoverWithNull()));
    }

    private Uni<Void> byHand(String name) {
        return db.connect(connection -> connection
                .begin()
                .chain(() -> connection.execute(
                        "insert into tag (label, text) values (?, 'x')", java.util.List.of(name + "-a")))
                .chain(() -> connection.execute(
                        "insert into tag (label, text) values (?, 'x')", java.util.List.of(name + "-b")))
                .chain(connection::commit));
    }

    private void write(java.util.function.Function<String, Uni<Void>> work) {
        String name = prefix + number++;
        try {
            await(work.apply(name));
            acknowledged.add(name);
        } catch (CommitUnknownException failure) {
            lost++;
            unknown.add(name);
        } catch (RuntimeException failure) {
            requireLost(failure);
        }
    }

    private void read(Uni<Long> work) {
        try {
            await(work);
        } catch (RuntimeException failure) {
            requireLost(failure);
        }
    }

    /** Whether it is kept depends on the moment; what it does not do is to hold anything. */
    private void cancelled() {
        String name = prefix + number++;
        unknown.add(name);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Cancellable running = db.begin(session -> pair(session, name))
                .subscribe()
                .with(done -> ended.complete(null), ended::completeExceptionally);
        LockSupport.parkNanos(random.nextInt(3_000_000));
        running.cancel();
    }

    private void requireLost(RuntimeException failure) {
        if (!isLost(failure)) {
            throw failure;
        }
        lost++;
    }

    /**
     * A connection that is ended in a transaction may be told as a conflict, or by what failed in nested work; one that
     * is ended twice while it is opened, as a database that is not available: all kept nothing.
     */
    private static boolean isLost(Throwable failure) {
        return failure instanceof ConnectionLostException
                || failure instanceof DatabaseUnavailableException
                || failure instanceof RetryableException
                || failure instanceof TransactionFailedException;
    }
}
