package dev.unirow.query;

import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where statements and conditions begin; meant for {@code import static}. A column is named by its accessor
 * ({@code Pet::name}), by its metamodel attribute ({@code Pet_.name}) or by name; nothing is looked up before the
 * column reaches a statement.
 */
public final class Queries {
    private Queries() {}

    /** @throws IllegalArgumentException if the class is not an entity */
    public static <T> Select<T> select(Class<T> model) {
        return Select.of(model);
    }

    /**
     * A statement in Hibernate's language, for what conditions do not say. It names a model that is a nested class
     * {@code Outer$Note}, or just {@code Note}; over a session factory that was given, only the former.
     */
    public static <R> Hql<R> hql(Class<R> row, String text) {
        return Hql.of(row, text);
    }

    /** @throws IllegalArgumentException if the class is not an entity */
    public static <T> Update<T> update(Class<T> model) {
        return Update.of(model);
    }

    /** @throws IllegalArgumentException if the class is not an entity */
    public static <T> Delete<T> delete(Class<T> model) {
        return Delete.of(model);
    }

    /** Changes the rows that the statement selects: with a limit or offset, of that page only. */
    public static <T> Update<T> update(Select<T> rows) {
        return Update.of(rows.model()).where(Subqueries.<T>selected(rows));
    }

    /** Deletes the rows that the statement selects: with a limit or offset, of that page only. */
    public static <T> Delete<T> delete(Select<T> rows) {
        return Delete.of(rows.model()).where(Subqueries.<T>selected(rows));
    }

    public static <T, V extends @Nullable Object> Column<T, V> col(Accessor<T, V> accessor) {
        return new Column<>(Path.of(new Step.Accessed(accessor)));
    }

    public static <T, V extends @Nullable Object> Column<T, V> col(@Nullable SingularAttribute<T, V> attribute) {
        return new Column<>(Path.of(Step.of(attribute)));
    }

    /** @param name perhaps across references: {@code "album__name"} or {@code "album.name"} */
    public static Column<Object, @Nullable Object> col(String name) {
        return new Column<>(Path.of(name));
    }

    public static <T> TextColumn<T> text(Accessor<T, ? extends @Nullable String> accessor) {
        return new TextColumn<>(Path.of(new Step.Accessed(accessor)));
    }

    public static <T> TextColumn<T> text(@Nullable SingularAttribute<T, String> attribute) {
        return new TextColumn<>(Path.of(Step.of(attribute)));
    }

    public static TextColumn<Object> text(String name) {
        return new TextColumn<>(Path.of(name));
    }

    public static <T> NumberColumn<T> number(Accessor<T, ? extends @Nullable Number> accessor) {
        return new NumberColumn<>(Path.of(new Step.Accessed(accessor)));
    }

    public static <T> NumberColumn<T> number(@Nullable SingularAttribute<T, ? extends Number> attribute) {
        return new NumberColumn<>(Path.of(Step.of(attribute)));
    }

    public static NumberColumn<Object> number(String name) {
        return new NumberColumn<>(Path.of(name));
    }

    public static <T, R extends @Nullable Object> Reference<T, R> ref(Accessor<T, R> accessor) {
        return new Reference<>(Path.of(new Step.Accessed(accessor)));
    }

    public static <T, R> Reference<T, R> ref(@Nullable SingularAttribute<T, R> attribute) {
        return new Reference<>(Path.of(Step.of(attribute)));
    }

    public static Reference<Object, @Nullable Object> ref(String name) {
        return new Reference<>(Path.of(name));
    }

    /** All of the conditions; of none, every row. */
    @SafeVarargs
    public static <T> Condition<T> and(Condition<? super T>... conditions) {
        return Condition.join(true, conditions);
    }

    /** Any of the conditions; of none, no row. */
    @SafeVarargs
    public static <T> Condition<T> or(Condition<? super T>... conditions) {
        return Condition.join(false, conditions);
    }

    /** Every row that the condition drops, also where it dropped the row because a column is null. */
    public static <T> Condition<T> not(Condition<T> condition) {
        return Condition.of(root -> condition.bind(root).negate());
    }

    /** The collection has an element that satisfies all of the conditions; of none, any element. */
    @SafeVarargs
    public static <T, E> Condition<T> exists(
            Accessor<T, ? extends Collection<E>> collection, Condition<? super E>... conditions) {
        return exists(new Step.Accessed(collection), Condition.join(true, conditions));
    }

    /** The collection has an element that satisfies all of the conditions; of none, any element. */
    @SafeVarargs
    public static <T, E> Condition<T> exists(
            @Nullable PluralAttribute<T, ?, E> collection, Condition<? super E>... conditions) {
        return exists(Step.of(collection), Condition.join(true, conditions));
    }

    private static <T> Condition<T> exists(Step collection, Condition<?> condition) {
        return Condition.of(root -> Subqueries.exists(Path.of(collection).bind(root), condition));
    }

    /**
     * A column, perhaps across references, and an operator as one name, as in {@code lookup("album__name__iexact",
     * "fantasies")}: exact (also when left out), iexact, contains, icontains, startswith, istartswith, endswith,
     * iendswith, lt, lte, gt, gte, in, range, isnull. {@code pk} is the key of the model.
     */
    public static Condition<Object> lookup(String name, @Nullable Object value) {
        return Lookup.condition(Collections.singletonMap(name, value));
    }

    /** All of the lookups. */
    public static Condition<Object> lookups(Map<String, ? extends @Nullable Object> lookups) {
        return Lookup.condition(lookups);
    }

    /** Rows with the term in any of their text columns, whatever its case; an empty term asks for nothing. */
    public static Condition<Object> search(String term) {
        return Condition.of(root -> Search.bind(root, term));
    }

    public static <T> Ordering<T> asc(Accessor<T, ?> accessor) {
        return new Ordering<>(Path.of(new Step.Accessed(accessor)), false);
    }

    public static <T> Ordering<T> asc(@Nullable SingularAttribute<T, ?> attribute) {
        return new Ordering<>(Path.of(Step.of(attribute)), false);
    }

    /** @param column also one across references: {@code asc(ref(Track::album).text(Album::name))} */
    public static <T> Ordering<T> asc(Column<T, ?> column) {
        return new Ordering<>(column.path(), false);
    }

    public static Ordering<Object> asc(String name) {
        return new Ordering<>(Path.of(name), false);
    }

    public static <T> Ordering<T> desc(Accessor<T, ?> accessor) {
        return new Ordering<>(Path.of(new Step.Accessed(accessor)), true);
    }

    public static <T> Ordering<T> desc(@Nullable SingularAttribute<T, ?> attribute) {
        return new Ordering<>(Path.of(Step.of(attribute)), true);
    }

    /** @param column also one across references: {@code desc(ref(Track::album).text(Album::name))} */
    public static <T> Ordering<T> desc(Column<T, ?> column) {
        return new Ordering<>(column.path(), true);
    }

    public static Ordering<Object> desc(String name) {
        return new Ordering<>(Path.of(name), true);
    }

    /** A column and the value it gets. */
    public static <T, V extends @Nullable Object> Assignment<T> set(Accessor<T, V> column, @Nullable V value) {
        return new Assignment<>(new Step.Accessed(column), value);
    }

    public static <T, V extends @Nullable Object> Assignment<T> set(
            @Nullable SingularAttribute<T, V> column, @Nullable V value) {
        return new Assignment<>(Step.of(column), value);
    }

    /** @param value of a reference, the model or its key */
    public static Assignment<Object> set(String column, @Nullable Object value) {
        return new Assignment<>(new Step.Named(column), value);
    }
}
