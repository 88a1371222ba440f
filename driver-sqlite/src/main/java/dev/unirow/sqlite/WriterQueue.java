package dev.unirow.sqlite;

import dev.unirow.sqlite.internal.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Lets one connection write at a time, in the order of asking: SQLite has one writer, and answers "busy" instead of
 * queueing. Used on the event loop only; waiting occupies nothing but a place in the queue.
 */
final class WriterQueue {
    private final EventLoop loop;
    private final Duration timeout;
    private final String database;
    private final NavigableMap<Long, Place> places = new TreeMap<>();
    private @Nullable Place holder;
    private long lastNumber;
    private long heldSince;
    private long turns;

    /** A connection's place in the queue, in the order of asking. */
    static final class Place {
        private final Hold connection;
        private final long number;
        private final long since;
        private final CompletableFuture<@Nullable Void> turn = new CompletableFuture<>();
        private boolean ready;

        private Place(Hold connection, long number, long since, boolean ready) {
            this.connection = connection;
            this.number = number;
            this.since = since;
            this.ready = ready;
        }

        /** Completes when it is the connection's turn. Cancelling it gives the place up. */
        CompletionStage<@Nullable Void> turn() {
            return turn;
        }
    }

    WriterQueue(EventLoop loop, Duration timeout, String database) {
        this.loop = loop;
        this.timeout = timeout;
        this.database = database;
    }

    /** Completes when it is the connection's turn; at once when nobody writes. Cancelling it gives the place up. */
    CompletionStage<@Nullable Void> enter(Hold connection) {
        Place place = new Place(connection, ++lastNumber, System.nanoTime(), true);
        if (holder == null) { // those that wait are not ready
            hold(place);
            return CompletableFuture.completedFuture(null);
        }
        line(place);
        return place.turn;
    }

    private void line(Place place) {
        places.put(place.number, place);
        Duration rest = timeout.minusNanos(System.nanoTime() - place.since);
        long timer = loop.after(rest.isNegative() ? Duration.ZERO : rest, () -> {
            if (places.remove(place.number, place)) {
                place.turn.completeExceptionally(timedOut());
            }
        });
        place.turn.whenComplete((turn, failure) -> loop.cancel(timer));
    }

    /**
     * Lets others write first, without losing the place: who has the turn cannot use it before it is {@link #ready}.
     */
    Place pass(Hold connection) {
        Place held = holder;
        if (held == null || held.connection != connection) {
            throw new IllegalStateException("Who passes a turn must have it.");
        }
        Place place = new Place(connection, held.number, held.since, false);
        line(place);
        next();
        return place;
    }

    /** Who has passed its turn can use the next one. */
    void ready(Place place) {
        place.ready = true;
        if (holder == null) {
            next();
        }
    }

    /** Leaves the queue before the turn. */
    void giveUp(Place place) {
        places.remove(place.number, place);
        place.turn.cancel(false);
    }

    /** Gives the turn to the next in the queue; nothing happens when the connection does not have it. */
    void leave(Hold connection) {
        if (isHeldBy(connection)) {
            next();
        }
    }

    private void next() {
        holder = null;
        places.values().removeIf(place -> place.turn.isDone());
        for (Place place : places.values()) {
            if (place.ready) {
                places.remove(place.number);
                hold(place);
                give(place);
                return;
            }
        }
    }

    /** Not on this stack: a long queue would nest one writer's work inside the other's. */
    private void give(Place next) {
        long given = turns;
        loop.later(() -> {
            // it may have given up in the meantime, and even have come back for another turn
            if (!next.turn.complete(null) && turns == given) {
                leave(next.connection);
            }
        });
    }

    boolean isHeldBy(Hold connection) {
        return holder != null && holder.connection == connection;
    }

    /** Fails all that wait. */
    void close(RuntimeException reason) {
        List<Place> left = List.copyOf(places.values());
        places.clear();
        left.forEach(place -> place.turn.completeExceptionally(reason));
    }

    /** How many wait for nothing but their turn. */
    int waiting() {
        places.values().removeIf(place -> place.turn.isDone());
        return (int) places.values().stream().filter(place -> place.ready).count();
    }

    private void hold(Place place) {
        holder = place;
        heldSince = System.nanoTime();
        turns++;
    }

    private SQLiteException timedOut() {
        Hold writer = holder == null ? null : holder.connection;
        String found = writer == null
                ? "the writers before it were slow"
                : writer.describe() + " has been writing for "
                        + Duration.ofNanos(System.nanoTime() - heldSince).toMillis() + " ms";
        return new SQLiteException(
                "Waited " + timeout.toMillis() + " ms to write to " + database + ": " + found
                        + ". Keep transactions short; if that one is finished, it leaked: close its session on every path,"
                        + " or raise the writer time-out.",
                SQLiteErrorCode.SQLITE_BUSY);
    }
}
