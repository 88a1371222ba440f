package dev.unirow.query;

import static java.util.Collections.singletonMap;

import dev.unirow.model.spi.MappedAttribute.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * A statement that selects models. Immutable: every method returns another statement. Names and values are checked as
 * they are given: what does not fit the model throws {@link IllegalArgumentException}.
 *
 * <p>{@snippet : select(Track.class) .where(ref(Track::album).text(Album::name).iexact("fantasies"),
 * number(Track::position).gt(1)) .orderBy(asc(Track::title)) .fetch(Track::album) .limit(10) }
 *
 * @param <T> the model
 */
public final class Select<T> {
    private final Class<T> model;
    private final Shape shape;
    private final Selection selection;

    private Select(Class<T> model, Shape shape, Selection selection) {
        this.model = model;
        this.shape = shape;
        this.selection = selection;
    }

    static <T> Select<T> of(Class<T> model) {
        return new Select<>(model, Shape.ofModel(model), Selection.EVERYTHING);
    }

    public Class<T> model() {
        return model;
    }

    Shape shape() {
        return shape;
    }

    Selection selection() {
        return selection;
    }

    private Select<T> with(Selection changed) {
        return new Select<>(model, shape, changed);
    }

    /** Only rows that satisfy all of the conditions, and those given before. */
    @SafeVarargs
    public final Select<T> where(Condition<? super T>... conditions) {
        return with(selection.and(Condition.join(true, conditions).bind(shape)));
    }

    /** Only rows that satisfy a restriction of Hibernate's, which is read by the rules of our conditions. */
    public Select<T> where(Restriction<? super T> restriction) {
        return where(Condition.from(restriction));
    }

    /** Only rows that do not satisfy all of the conditions together; null satisfies none. */
    @SafeVarargs
    public final Select<T> exclude(Condition<? super T>... conditions) {
        return with(selection.and(Condition.join(true, conditions).bind(shape).negate()));
    }

    /**
     * Only rows that satisfy the lookup, as {@link Queries#lookup} describes it. References that it crosses are
     * fetched.
     */
    public Select<T> filter(String lookup, @Nullable Object value) {
        return filter(singletonMap(lookup, value));
    }

    /** Only rows that satisfy all of the lookups. References that they cross are fetched. */
    public Select<T> filter(Map<String, ? extends @Nullable Object> lookups) {
        return with(fetchCrossed(lookups).and(Lookup.condition(lookups).bind(shape)));
    }

    /** Only rows that do not satisfy the lookup. References that it crosses are fetched. */
    public Select<T> exclude(String lookup, @Nullable Object value) {
        return exclude(singletonMap(lookup, value));
    }

    /** Only rows that do not satisfy all of the lookups together. References that they cross are fetched. */
    public Select<T> exclude(Map<String, ? extends @Nullable Object> lookups) {
        return with(
                fetchCrossed(lookups).and(Lookup.condition(lookups).bind(shape).negate()));
    }

    /** Only rows with the term in one of their text columns, whatever its case; every row if the term is empty. */
    public Select<T> search(String term) {
        return where(Queries.search(term));
    }

    /** In this order, instead of any given before. */
    @SafeVarargs
    public final Select<T> orderBy(Ordering<? super T>... orderings) {
        return with(selection.orderedBy(
                Arrays.stream(orderings).map(each -> each.bind(shape)).toList()));
    }

    /** In this order of Hibernate's, instead of any given before. */
    @SafeVarargs
    public final Select<T> orderBy(Order<? super T>... orders) {
        return with(selection.orderedBy(Arrays.stream(orders)
                .map(order -> Ordering.from(order).bind(shape))
                .toList()));
    }

    /** @param names columns, perhaps across references; {@code -} before one turns its order round */
    public Select<T> orderBy(String... names) {
        return with(selection.orderedBy(Arrays.stream(names)
                .map(name -> Ordering.parse(name).bind(shape))
                .toList()));
    }

    /** At most so many rows, by key if no order is given; of 0, none. */
    public Select<T> limit(int rows) {
        requireNotNegative("limit", rows);
        return with(selection.limitedTo(rows));
    }

    /** Without the first so many rows, by key if no order is given. */
    public Select<T> offset(int rows) {
        requireNotNegative("offset", rows);
        return with(selection.startingAt(rows));
    }

    /** Loads what the attribute refers to together with each model: a reference, or one collection. */
    public Select<T> fetch(jakarta.persistence.metamodel.@Nullable Attribute<? super T, ?> attribute) {
        return fetch(Path.of(Step.of(attribute)));
    }

    /** Loads what the accessor refers to together with each model: a reference, or one collection. */
    public Select<T> fetch(Accessor<? super T, ?> accessor) {
        return fetch(Path.of(new Step.Accessed(accessor)));
    }

    /** Loads a reference across others, and those on the way: {@code ref(Member::team).ref(Team::org)}. */
    public Select<T> fetch(Reference<? super T, ?> reference) {
        return fetch(reference.path());
    }

    /** @param names references or one collection, perhaps across references: {@code "team__org"} */
    public Select<T> fetch(String... names) {
        Select<T> fetching = this;
        for (String name : names) {
            fetching = fetching.fetch(Path.of(name));
        }
        return fetching;
    }

    private Select<T> fetch(Path path) {
        BoundPath bound = path.bind(shape);
        if (!bound.last().is(Kind.REFERENCE) && !bound.last().is(Kind.COLLECTION)) {
            throw new IllegalArgumentException(
                    bound + " is neither a reference nor a collection: it is always loaded.");
        }
        return with(selection.fetching(bound));
    }

    private Selection fetchCrossed(Map<String, ?> lookups) {
        Selection fetching = selection;
        for (String name : lookups.keySet()) {
            List<Attribute> parents =
                    new ArrayList<>(Lookup.parse(shape, name).path().parents());
            while (!parents.isEmpty()) {
                if (parents.get(parents.size() - 1).is(Kind.REFERENCE)) {
                    fetching = fetching.fetching(new BoundPath(shape, parents));
                    break;
                }
                parents.remove(parents.size() - 1);
            }
        }
        return fetching;
    }

    private static void requireNotNegative(String what, int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException(
                    "The " + what + " of a statement is " + rows + ", and must not be negative.");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Select<?> select && model == select.model && selection.equals(select.selection);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + selection.hashCode();
    }

    /** The statement as HQL, without its values. */
    @Override
    public String toString() {
        return HqlQuery.all(this).hql();
    }
}
