package dev.unirow.query.tests;

import dev.unirow.query.Delete;
import dev.unirow.query.HqlMutation;
import dev.unirow.query.HqlQuery;
import dev.unirow.query.Select;
import dev.unirow.query.Update;
import java.util.List;

/** Runs statements as a session does. */
interface TestDatabase extends AutoCloseable {
    <R> List<R> list(HqlQuery<R> query);

    int execute(HqlMutation mutation);

    void add(Object... models);

    @Override
    void close();

    default <T> List<T> all(Select<T> select) {
        return list(HqlQuery.all(select));
    }

    default <T> T first(Select<T> select) {
        List<T> found = list(HqlQuery.first(select));
        return found.isEmpty() ? null : found.get(0);
    }

    default <T> List<T> atMostTwo(Select<T> select) {
        return list(HqlQuery.one(select));
    }

    default long count(Select<?> select) {
        return list(HqlQuery.count(select)).get(0);
    }

    default boolean exists(Select<?> select) {
        return !list(HqlQuery.exists(select)).isEmpty();
    }

    default int execute(Update<?> update) {
        return execute(HqlMutation.of(update));
    }

    default int execute(Delete<?> delete) {
        return execute(HqlMutation.of(delete));
    }
}
