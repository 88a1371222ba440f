package dev.unirow.active;

import dev.unirow.model.Models;
import dev.unirow.model.ReadOptions;
import dev.unirow.query.Queries;
import dev.unirow.query.Select;
import dev.unirow.session.AsyncSession;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a row by lookups, or makes it. Of two transactions that make the same unique row at once, one inserts and the
 * other reads what it inserted; no failure, no savepoint.
 *
 * @param rows where to look
 * @param lookups what to look for; those that are plain values of properties are values of a new row too
 */
record GetOrCreate<T>(AsyncSession session, Select<T> rows, Map<String, ? extends @Nullable Object> lookups) {
    /** @param defaults further values of a new row, which win over the lookups */
    Uni<Created<T>> run(Map<String, ? extends @Nullable Object> defaults) {
        return found().chain(found ->
                found == null ? create(defaults) : Uni.createFrom().item(new Created<>(found, false)));
    }

    private Uni<@Nullable T> found() {
        Map<String, @Nullable Object> stored = new LinkedHashMap<>();
        lookups.forEach((name, value) -> stored.put(name, Assigned.normal(rows.model(), name, value)));
        return session.oneOrNull(rows.filter(stored));
    }

    private Uni<Created<T>> create(Map<String, ? extends @Nullable Object> defaults) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        lookups.forEach((name, value) -> {
            if (!name.contains("__")) {
                values.put(name, value);
            }
        });
        values.putAll(defaults);
        return session.insertIfAbsent(New.of(rows.model(), values))
                .chain(made ->
                        made == null ? foundOrRefused(values) : Uni.createFrom().item(new Created<>(made, true)));
    }

    /**
     * Where the row in the way is not the one that was looked for, the insert has to fail with the constraint's name.
     */
    private Uni<Created<T>> foundOrRefused(Map<String, @Nullable Object> values) {
        return found().chain(found -> found == null
                ? session.insert(New.of(rows.model(), values)).map(made -> new Created<>(made, true))
                : Uni.createFrom().item(new Created<>(found, false)));
    }

    /**
     * Locks an existing row before it is changed, so that callers at once change it one after the other.
     *
     * @param changes what an existing row gets
     * @param defaults what a new row gets beside the lookups
     */
    @SuppressWarnings("NullAway") // patch takes nulls as values
    Uni<Created<T>> orUpdate(
            Map<String, ? extends @Nullable Object> changes, Map<String, ? extends @Nullable Object> defaults) {
        return run(defaults).call(result -> {
            if (result.created()) {
                return Uni.createFrom().voidItem();
            }
            return session.refresh(result.model(), LockModeType.PESSIMISTIC_WRITE)
                    .invoke(model -> Models.patch(
                            model,
                            Entities.withKeyName(rows.model(), changes),
                            ReadOptions.options().lenient()))
                    .chain(session::flush);
        });
    }

    static <T> GetOrCreate<T> in(
            AsyncSession session, Class<T> model, Map<String, ? extends @Nullable Object> lookups) {
        return new GetOrCreate<>(session, Queries.select(model), lookups);
    }
}
