package dev.unirow.active;

import static java.util.Objects.requireNonNull;

import dev.unirow.model.Models;
import dev.unirow.query.Accessor;
import dev.unirow.query.Assignment;
import dev.unirow.query.Condition;
import dev.unirow.query.Delete;
import dev.unirow.query.Ordering;
import dev.unirow.query.Queries;
import dev.unirow.query.Reference;
import dev.unirow.query.Select;
import dev.unirow.query.Update;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.SessionSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Models of one class, all or some of them, to be read and written. Immutable: every method that narrows it returns
 * another one; what is asked of it returns a Uni, and nothing is sent before that is subscribed to.
 *
 * <p>{@snippet : Note.objects.filter("text__icontains", "mum").orderBy("-id").limit(10).all()
 * Note.objects.create(Map.of("text", "Call mum.")) }
 *
 * <p>Within {@code db.begin(s -> …)}, {@code session} or {@code read}, every call uses that scope's session: what is
 * written is flushed, and models are tracked. Elsewhere it is a transaction of its own, on the only open database that
 * has the model, and models are tracked by nobody. {@link #in} and {@link #on} say otherwise.
 *
 * @param <T> the model, {@link ActiveRecord} or any other
 */
public final class QuerySet<T> {
    private final Class<T> model;
    private final SessionSource source;
    private final @Nullable Select<T> narrowed;

    private QuerySet(Class<T> model, SessionSource source, @Nullable Select<T> narrowed) {
        this.model = model;
        this.source = source;
        this.narrowed = narrowed;
    }

    /**
     * All models of the class, which is not looked at before the first use: constants of models refer to each other.
     */
    public static <T> QuerySet<T> of(Class<T> model) {
        return new QuerySet<>(requireNonNull(model, "The model class is null."), SessionSource.of(model), null);
    }

    /** The same of this database. A scope of it that is around a call is used. */
    public QuerySet<T> in(Database database) {
        return new QuerySet<>(model, SessionSource.of(database), narrowed);
    }

    /** The same with this session, which the caller commits. */
    public QuerySet<T> on(AsyncSession session) {
        return new QuerySet<>(model, SessionSource.of(session), narrowed);
    }

    private QuerySet<T> with(Select<T> rows) {
        return new QuerySet<>(model, source, rows);
    }

    /** The statement that finds these models. */
    public Select<T> select() {
        return narrowed == null ? Queries.select(model) : narrowed;
    }

    /**
     * Only models that satisfy the lookup: {@code "album__name__iexact"}. References that it crosses are loaded too.
     */
    public QuerySet<T> filter(String lookup, @Nullable Object value) {
        return with(select().filter(lookup, value));
    }

    /** Only models that satisfy all of the lookups. */
    public QuerySet<T> filter(Map<String, ? extends @Nullable Object> lookups) {
        return with(select().filter(lookups));
    }

    /** Only models that satisfy all of the conditions. */
    @SafeVarargs
    public final QuerySet<T> where(Condition<? super T>... conditions) {
        return with(select().where(conditions));
    }

    /** Only models that do not satisfy the lookup; null satisfies none. */
    public QuerySet<T> exclude(String lookup, @Nullable Object value) {
        return with(select().exclude(lookup, value));
    }

    /** Only models that do not satisfy all of the lookups together. */
    public QuerySet<T> exclude(Map<String, ? extends @Nullable Object> lookups) {
        return with(select().exclude(lookups));
    }

    /** Only models that do not satisfy all of the conditions together. */
    @SafeVarargs
    public final QuerySet<T> exclude(Condition<? super T>... conditions) {
        return with(select().exclude(conditions));
    }

    /** Only models with the term in one of their text columns, whatever its case; all if it is empty. */
    public QuerySet<T> search(String term) {
        return with(select().search(term));
    }

    /** @param names columns, perhaps across references; {@code -} before one turns its order round */
    public QuerySet<T> orderBy(String... names) {
        return with(select().orderBy(names));
    }

    @SafeVarargs
    public final QuerySet<T> orderBy(Ordering<? super T>... orderings) {
        return with(select().orderBy(orderings));
    }

    /** At most so many; of 0, none. */
    public QuerySet<T> limit(int rows) {
        return with(select().limit(rows));
    }

    public QuerySet<T> offset(int rows) {
        return with(select().offset(rows));
    }

    /** @param names references to load with each model: {@code "team__org"} */
    public QuerySet<T> selectRelated(String... names) {
        return with(select().fetch(names));
    }

    /** Loads a reference or a collection with each model. */
    public QuerySet<T> fetch(Accessor<? super T, ?> accessor) {
        return with(select().fetch(accessor));
    }

    /** Loads a reference across others with each model. */
    public QuerySet<T> fetch(Reference<? super T, ?> reference) {
        return with(select().fetch(reference));
    }

    /** All of them, in an unmodifiable list. */
    public Uni<List<T>> all() {
        Select<T> rows = select();
        return source.reading(session -> session.all(rows));
    }

    /**
     * All of them, one after the other, as {@link AsyncSession#stream} reads them: however many there are, no more than
     * two batches are in memory, and nobody tracks them. Elsewhere than in a scope it holds a connection until it ends,
     * fails or is cancelled; on SQLite in memory, which has but one, everything else waits as long: write to it within
     * a scope.
     */
    public Multi<T> stream() {
        Select<T> rows = select();
        return source.streaming(session -> session.stream(rows));
    }

    /**
     * The only one: {@link dev.unirow.session.exception.NotFoundException} where there is none,
     * {@link dev.unirow.session.exception.MultipleFoundException} where there are more.
     */
    public Uni<T> get() {
        Select<T> rows = select();
        return source.reading(session -> session.one(rows));
    }

    /**
     * The models that SQL finds, in a scope that reads where there is none around the call.
     *
     * @throws IllegalStateException if this is narrowed: the statement stands for itself
     */
    public SqlQuery<T> sql(String text) {
        if (narrowed != null) {
            throw new IllegalStateException(
                    "SQL is not narrowed by what was asked for before it. Write the conditions, the "
                            + "order and the limit into it, and call sql(…) on all " + model.getSimpleName()
                            + " objects.");
        }
        return SqlQuery.of(model, source, text);
    }

    /** {@link #get()} of those that satisfy the lookup; {@code pk} is the key. */
    public Uni<T> get(String lookup, @Nullable Object value) {
        return filter(lookup, value).get();
    }

    /** {@link #get()} of those that satisfy all of the lookups. */
    public Uni<T> get(Map<String, ? extends @Nullable Object> lookups) {
        return filter(lookups).get();
    }

    /** The one with this key, or null. */
    public Uni<@Nullable T> find(Object key) {
        requireNonNull(key, "The key to find is null.");
        if (narrowed != null) {
            return filter("pk", key).first();
        }
        return source.reading(session -> session.find(model, key));
    }

    /** The first in their order, or by key; null where there is none. */
    public Uni<@Nullable T> first() {
        Select<T> rows = select();
        return source.reading(session -> session.first(rows));
    }

    public Uni<Long> count() {
        Select<T> rows = select();
        return source.reading(session -> session.count(rows));
    }

    public Uni<Boolean> exists() {
        Select<T> rows = select();
        return source.reading(session -> session.exists(rows));
    }

    /**
     * Inserts a model. A key that it has is kept, as {@link AsyncSession#insert} says; then the result is another
     * object.
     */
    public Uni<T> create(T model) {
        requireNonNull(model, "The model to create is null.");
        return source.writing(session -> session.insert(model));
    }

    /**
     * Inserts a model made from these values, as {@link dev.unirow.model.Models#from(Class, Map)} does; {@code pk} is
     * the key, and a reference is given by a model or its key. Made anew at each subscription.
     */
    public Uni<T> create(Map<String, ? extends @Nullable Object> values) {
        return source.writing(session -> session.insert(New.of(model, values)));
    }

    /** Inserts a model with these values: {@code create(set(Pet::name, "phroge"))}, any of which may be null. */
    @SafeVarargs
    public final Uni<T> create(Assignment<? super T>... assignments) {
        return create(Assigned.values(model, assignments));
    }

    /**
     * Inserts several in one transaction, all or none, with their generated keys, in the given order.
     *
     * @param items models, maps of their values, or lists such as {@code List.of(set(Pet::name, null))}, whose values
     *     may be null
     */
    public Uni<List<T>> bulkCreate(Collection<?> items) {
        List<Object> given = List.copyOf(items);
        return source.writing(session -> {
            List<T> models = given.stream().map(item -> New.from(model, item)).toList();
            session.addAll(
                    models.stream().filter(each -> Models.pk(each) == null).toArray());
            return Multi.createFrom()
                    .iterable(models)
                    .onItem()
                    .transformToUniAndConcatenate(each -> Models.pk(each) != null
                            ? session.insert(each)
                            : Uni.createFrom().item(each))
                    .collect()
                    .asList()
                    .call(session::flush)
                    .map(Collections::unmodifiableList);
        });
    }

    /**
     * Changes these columns of all of the models by one statement, past models that a session tracks; of a page, those
     * on it. The values are validated one by one; {@code @UpdateTimestamp} columns get the present time.
     *
     * @return how many rows were changed
     */
    public Uni<Integer> update(Map<String, ? extends @Nullable Object> values) {
        Update<T> update = rowsToUpdate();
        for (Assignment<Object> assignment : Assigned.checked(model, values)) {
            update = update.set(assignment);
        }
        Update<T> complete = update;
        return source.writing(session -> session.execute(complete));
    }

    private Update<T> rowsToUpdate() {
        return narrowed == null ? Queries.update(model) : Queries.update(narrowed);
    }

    /** {@link #update(Map)} by {@code set(Product::rating, 3)}. */
    @SafeVarargs
    public final Uni<Integer> update(Assignment<? super T>... assignments) {
        return update(Assigned.values(model, assignments));
    }

    /**
     * Deletes all of the models by one statement, past models that a session tracks; of a page, those on it.
     *
     * @return how many rows were deleted
     */
    public Uni<Integer> delete() {
        Delete<T> delete = narrowed == null ? Queries.delete(model) : Queries.delete(narrowed);
        return source.writing(session -> session.execute(delete));
    }

    /** {@link #getOrCreate(Map, Map)} without further values. */
    public Uni<Created<T>> getOrCreate(Map<String, ? extends @Nullable Object> lookups) {
        return getOrCreate(lookups, Map.of());
    }

    /** {@link #getOrCreate(Map)} by {@code set(Pet::name, "phroge")}, whose value may be null. */
    @SafeVarargs
    public final Uni<Created<T>> getOrCreate(Assignment<? super T>... lookups) {
        return getOrCreate(Assigned.values(model, lookups));
    }

    /** {@link #getOrCreate(Map, Map)} by {@code List.of(set(Pet::name, "phroge"))}. */
    public Uni<Created<T>> getOrCreate(
            List<? extends Assignment<? super T>> lookups, List<? extends Assignment<? super T>> defaults) {
        return getOrCreate(Assigned.values(model, lookups), Assigned.values(model, defaults));
    }

    /** {@link #updateOrCreate(Map, Map)} by {@code List.of(set(Pet::name, "phroge"))}, whose values may be null. */
    public Uni<Created<T>> updateOrCreate(
            List<? extends Assignment<? super T>> lookups, List<? extends Assignment<? super T>> defaults) {
        return updateOrCreate(Assigned.values(model, lookups), Assigned.values(model, defaults));
    }

    /** {@link #updateOrCreate(Map, Map, Map)} by lists, whose values may be null. */
    public Uni<Created<T>> updateOrCreate(
            List<? extends Assignment<? super T>> lookups,
            List<? extends Assignment<? super T>> defaults,
            List<? extends Assignment<? super T>> createDefaults) {
        return updateOrCreate(
                Assigned.values(model, lookups),
                Assigned.values(model, defaults),
                Assigned.values(model, createDefaults));
    }

    /** As {@link Shortcuts#getOrCreate(AsyncSession, Class, Map, Map)}, looking among these models. */
    public Uni<Created<T>> getOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults) {
        Select<T> rows = select();
        return source.writing(session -> new GetOrCreate<>(session, rows, lookups).run(defaults));
    }

    /** {@link #updateOrCreate(Map, Map, Map)} with the same values for a new row. */
    public Uni<Created<T>> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults) {
        return updateOrCreate(lookups, defaults, defaults);
    }

    /** As {@link Shortcuts#updateOrCreate(AsyncSession, Class, Map, Map, Map)}, looking among these models. */
    public Uni<Created<T>> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults,
            Map<String, ? extends @Nullable Object> createDefaults) {
        Select<T> rows = select();
        return source.writing(session -> new GetOrCreate<>(session, rows, lookups).orUpdate(defaults, createDefaults));
    }

    /** The statement as HQL, without its values. */
    @Override
    public String toString() {
        return select().toString();
    }
}
