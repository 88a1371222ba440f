package dev.unirow.query;

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
