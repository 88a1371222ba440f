package dev.unirow.query;

import dev.unirow.model.spi.MappedAttribute.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A select statement as HQL, ready for Hibernate's {@code createQuery(hql, resultType)}.
 *
 * @param parameters by name, in the order of their appearance; never null; a collection stands for a list of values
 * @param firstResult for {@code setFirstResult}, or null
 * @param maxResults for {@code setMaxResults}, or null
 */
public record HqlQuery<R>(
        String hql,
        Map<String, Object> parameters,
        Class<R> resultType,
        @Nullable Integer firstResult,
        @Nullable Integer maxResults) {
    public HqlQuery {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** All models that the statement selects. */
    public static <T> HqlQuery<T> all(Select<T> select) {
        return SelectHql.models(select, select.selection());
    }

    /**
     * All models that the statement selects, to be read a part of the rows at a time.
     *
     * @throws IllegalArgumentException if it loads a collection with each: a model's elements are rows, and would be
     *     parted
     */
    public static <T> HqlQuery<T> streamed(Select<T> select) {
        select.selection().fetches().stream()
                .filter(path -> path.last().is(Kind.COLLECTION))
                .findFirst()
                .ifPresent(path -> {
                    throw new IllegalArgumentException("A stream cannot load " + path
                            + " with each model: it reads rows in batches, which would part a model from some of its elements. "
                            + "Read the models with all(…), or the elements by a statement of their own.");
                });
        return all(select);
    }

    /** All rows of a statement that is written as HQL. */
    public static <R> HqlQuery<R> all(Hql<R> hql) {
        return hql.query(null);
    }

    /** So many of its rows at most. */
    public static <R> HqlQuery<R> limited(Hql<R> hql, int rows) {
        return hql.query(rows);
    }

    /**
     * All its rows, to be read a part at a time.
     *
     * @throws IllegalArgumentException if it loads something with each: only Hibernate knows whether that is a
     *     collection
     */
    public static <R> HqlQuery<R> streamed(Hql<R> hql) {
        if (hql.fetches()) {
            throw new IllegalArgumentException(
                    "A stream of HQL takes no 'join fetch': it reads rows in batches, which would part a model from some of a "
                            + "collection's elements. Write select(…).fetch(…), which streams references, or read all with all(…).");
        }
        return all(hql);
    }

    /** The first of them: in the order of the statement, or by key if it has none. */
    public static <T> HqlQuery<T> first(Select<T> select) {
        return SelectHql.models(select, select.selection().limitedFurtherTo(1));
    }

    /** As many as it takes to know whether there is exactly one: two at most. */
    public static <T> HqlQuery<T> one(Select<T> select) {
        return SelectHql.models(select, select.selection().limitedFurtherTo(2));
    }

    /** How many there are, as one row; limit and offset count. */
    public static HqlQuery<Long> count(Select<?> select) {
        return SelectHql.count(select);
    }

    /** One row if there is any, no row if there is none. */
    public static HqlQuery<Integer> exists(Select<?> select) {
        return SelectHql.exists(select);
    }
}
