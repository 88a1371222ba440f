package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a piece of work gets its session from: a given one, that of the scope around it, or a new one of its own. A
 * scope is around what the pipeline of its work subscribes to, on whatever thread: {@code db.begin(s -> note.save())}.
 * Immutable.
 */
public final class SessionSource {
    private final Function<Context, Place> place;

    private SessionSource(Function<Context, Place> place) {
        this.place = place;
    }

    /** Always this session. */
    public static SessionSource of(AsyncSession session) {
        requireNonNull(session, "The session is null.");
        return new SessionSource(context -> new Joined(session));
    }

    /** The session of the innermost scope of this database; without one, a new session of it. */
    public static SessionSource of(Database database) {
        requireNonNull(database, "The database is null.");
        return new SessionSource(context -> {
            for (Ambient scope = Ambient.of(context); scope != null; scope = scope.outer()) {
                if (scope.database() == database) {
                    return new Joined(scope.session());
                }
            }
            return new Opened(database);
        });
    }

    /**
     * The session of the innermost scope whose database has the model; without one, a new session of the only open
     * database that has it. {@link IllegalStateException} as a failure where there is none or several.
     */
    public static SessionSource of(Class<?> model) {
        requireNonNull(model, "The model class is null.");
        return new SessionSource(context -> {
            for (Ambient scope = Ambient.of(context); scope != null; scope = scope.outer()) {
                if (scope.database().hasModel(model)) {
                    return new Joined(scope.session());
                }
            }
            return new Opened(OpenDatabases.with(model));
        });
    }

    /** Runs work that only reads; a session of its own is as that of {@link Database#read}. */
    public <T extends @Nullable Object> Uni<T> reading(Function<? super AsyncSession, ? extends Uni<T>> work) {
        return Uni.createFrom().context(context -> place.apply(context).reading(work));
    }

    /**
     * What work streams that only reads; a session of its own is as that of {@link Database#read}, until the stream
     * ends.
     */
    public <T> Multi<T> streaming(Function<? super AsyncSession, ? extends Multi<T>> work) {
        return Multi.createFrom().context(context -> place.apply(context).streaming(work));
    }

    /** Runs work that writes; a session of its own is as that of {@link Database#begin}: committed at the end. */
    public <T extends @Nullable Object> Uni<T> writing(Function<? super AsyncSession, ? extends Uni<T>> work) {
        return Uni.createFrom().context(context -> place.apply(context).writing(work));
    }

    private sealed interface Place {
        <T> Multi<T> streaming(Function<? super AsyncSession, ? extends Multi<T>> work);

        <T extends @Nullable Object> Uni<T> reading(Function<? super AsyncSession, ? extends Uni<T>> work);

        <T extends @Nullable Object> Uni<T> writing(Function<? super AsyncSession, ? extends Uni<T>> work);
    }

    private record Joined(AsyncSession session) implements Place {
        @Override
        public <T> Multi<T> streaming(Function<? super AsyncSession, ? extends Multi<T>> work) {
            return work.apply(session);
        }

        @Override
        public <T extends @Nullable Object> Uni<T> reading(Function<? super AsyncSession, ? extends Uni<T>> work) {
            return work.apply(session);
        }

        @Override
        public <T extends @Nullable Object> Uni<T> writing(Function<? super AsyncSession, ? extends Uni<T>> work) {
            return work.apply(session);
        }
    }

    private record Opened(Database database) implements Place {
        @Override
        public <T> Multi<T> streaming(Function<? super AsyncSession, ? extends Multi<T>> work) {
            return database.stream(work);
        }

        @Override
        public <T extends @Nullable Object> Uni<T> reading(Function<? super AsyncSession, ? extends Uni<T>> work) {
            return database.read(work);
        }

        @Override
        public <T extends @Nullable Object> Uni<T> writing(Function<? super AsyncSession, ? extends Uni<T>> work) {
            return database.begin(work);
        }
    }
}
