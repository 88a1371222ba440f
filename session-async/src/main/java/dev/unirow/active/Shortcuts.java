package dev.unirow.active;

import dev.unirow.query.Assignment;
import dev.unirow.query.Queries;
import dev.unirow.session.AsyncSession;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The common ways to get one row with a session at hand, for any model, {@link ActiveRecord} or not; meant for
 * {@code import static}. What they write is flushed, and committed by whoever owns the session.
 */
public final class Shortcuts {
    private Shortcuts() {}

    /** The model with this key, or null. */
    public static <T> Uni<@Nullable T> getByPk(AsyncSession session, Class<T> model, Object key) {
        return session.find(model, key);
    }

    /**
     * The only model that satisfies the lookups: {@link dev.unirow.session.exception.NotFoundException},
     * {@link dev.unirow.session.exception.MultipleFoundException}.
     */
    public static <T> Uni<T> getOne(
            AsyncSession session, Class<T> model, Map<String, ? extends @Nullable Object> lookups) {
        return session.one(Queries.select(model).filter(lookups));
    }

    /** {@link #getOrCreate(AsyncSession, Class, Map, Map)} without further values. */
    public static <T> Uni<Created<T>> getOrCreate(
            AsyncSession session, Class<T> model, Map<String, ? extends @Nullable Object> values) {
        return getOrCreate(session, model, values, Map.of());
    }

    /**
     * The only model that satisfies the lookups; where there is none, a new one with their values and the defaults,
     * which win. Lookups with an operator or across references only find. Of two transactions that make the same unique
     * row at once, one makes it and the other gets it.
     */
    public static <T> Uni<Created<T>> getOrCreate(
            AsyncSession session,
            Class<T> model,
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults) {
        return GetOrCreate.in(session, model, lookups).run(defaults);
    }

    /** {@link #getOrCreate(AsyncSession, Class, Map)} by {@code List.of(set(Pet::name, null))}. */
    public static <T> Uni<Created<T>> getOrCreate(
            AsyncSession session, Class<T> model, List<? extends Assignment<? super T>> values) {
        return getOrCreate(session, model, Assigned.values(model, values));
    }

    /** {@link #getOrCreate(AsyncSession, Class, Map, Map)} by {@code List.of(set(Pet::name, null))}. */
    public static <T> Uni<Created<T>> getOrCreate(
            AsyncSession session,
            Class<T> model,
            List<? extends Assignment<? super T>> lookups,
            List<? extends Assignment<? super T>> defaults) {
        return getOrCreate(session, model, Assigned.values(model, lookups), Assigned.values(model, defaults));
    }

    /** {@link #updateOrCreate(AsyncSession, Class, Map, Map)} by {@code List.of(set(Pet::name, null))}. */
    public static <T> Uni<Created<T>> updateOrCreate(
            AsyncSession session,
            Class<T> model,
            List<? extends Assignment<? super T>> lookups,
            List<? extends Assignment<? super T>> defaults) {
        return updateOrCreate(session, model, Assigned.values(model, lookups), Assigned.values(model, defaults));
    }

    /** {@link #updateOrCreate(AsyncSession, Class, Map, Map, Map)} by {@code List.of(set(Pet::name, null))}. */
    public static <T> Uni<Created<T>> updateOrCreate(
            AsyncSession session,
            Class<T> model,
            List<? extends Assignment<? super T>> lookups,
            List<? extends Assignment<? super T>> defaults,
            List<? extends Assignment<? super T>> createDefaults) {
        return updateOrCreate(
                session,
                model,
                Assigned.values(model, lookups),
                Assigned.values(model, defaults),
                Assigned.values(model, createDefaults));
    }

    /**
     * Changes the only model that satisfies the lookups to the defaults; where there is none, makes one as
     * {@link #getOrCreate} does. The row is locked and read again before it is changed: callers at once change it one
     * after the other.
     */
    public static <T> Uni<Created<T>> updateOrCreate(
            AsyncSession session,
            Class<T> model,
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults) {
        return updateOrCreate(session, model, lookups, defaults, defaults);
    }

    /** @param createDefaults what a new row gets instead of the defaults */
    public static <T> Uni<Created<T>> updateOrCreate(
            AsyncSession session,
            Class<T> model,
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults,
            Map<String, ? extends @Nullable Object> createDefaults) {
        return GetOrCreate.in(session, model, lookups).orUpdate(defaults, createDefaults);
    }
}
