package dev.unirow.query.tests;

import dev.unirow.query.Delete;
import dev.unirow.query.HqlMutation;
import dev.unirow.query.HqlQuery;
import dev.unirow.query.Select;
import dev.unirow.query.Update;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.query.SelectionQuery;

/** Runs statements through plain Hibernate ORM, as a session does through Hibernate Reactive. */
final class TestDatabase implements AutoCloseable {
    private final SessionFactory factory;

    TestDatabase(Map<String, Object> settings, Class<?>... models) {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySettings(settings)
                .applySetting("hibernate.hbm2ddl.auto", "create")
                .applySetting("jakarta.persistence.validation.mode", "none")
                .build();
        factory = new MetadataSources(registry)
                .addAnnotatedClasses(models)
                .buildMetadata()
                .buildSessionFactory();
    }

    void add(Object... models) {
        factory.inTransaction(session -> List.of(models).forEach(session::persist));
    }

    private <R> List<R> list(HqlQuery<R> query) {
        return factory.fromTransaction(session -> {
            SelectionQuery<R> run = session.createSelectionQuery(query.hql(), query.resultType());
            query.parameters().forEach(run::setParameter);
            if (query.firstResult() != null) {
                run.setFirstResult(query.firstResult());
            }
            if (query.maxResults() != null) {
                run.setMaxResults(query.maxResults());
            }
            return run.getResultList();
        });
    }

    private int execute(HqlMutation mutation) {
        return factory.fromTransaction(session -> {
            var run = session.createMutationQuery(mutation.hql());
            mutation.parameters().forEach(run::setParameter);
            return run.executeUpdate();
        });
    }

    <T> List<T> all(Select<T> select) {
        return list(HqlQuery.all(select));
    }

    <T> T first(Select<T> select) {
        List<T> found = list(HqlQuery.first(select));
        return found.isEmpty() ? null : found.get(0);
    }

    <T> List<T> atMostTwo(Select<T> select) {
        return list(HqlQuery.one(select));
    }

    long count(Select<?> select) {
        return list(HqlQuery.count(select)).get(0);
    }

    boolean exists(Select<?> select) {
        return !list(HqlQuery.exists(select)).isEmpty();
    }

    int execute(Update<?> update) {
        return execute(HqlMutation.of(update));
    }

    int execute(Delete<?> delete) {
        return execute(HqlMutation.of(delete));
    }

    @Override
    public void close() {
        factory.close();
    }
}
