package dev.unirow.query.tests;

import dev.unirow.query.HqlMutation;
import dev.unirow.query.HqlQuery;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;

/** Through Hibernate Reactive. */
final class ReactiveDatabase implements TestDatabase {
    private final Mutiny.SessionFactory factory;

    ReactiveDatabase(Map<String, Object> settings, Class<?>... models) {
        StandardServiceRegistry registry = new ReactiveServiceRegistryBuilder()
                .applySettings(settings)
                .applySetting("hibernate.hbm2ddl.auto", "create")
                .applySetting("jakarta.persistence.validation.mode", "none")
                .build();
        SessionFactory built = new MetadataSources(registry)
                .addAnnotatedClasses(models)
                .buildMetadata()
                .buildSessionFactory();
        factory = built.unwrap(Mutiny.SessionFactory.class);
    }

    @Override
    public void add(Object... models) {
        factory.withTransaction(session -> session.persistAll(models)).await().indefinitely();
    }

    @Override
    public <R> List<R> list(HqlQuery<R> query) {
        return factory.withTransaction(session -> {
                    Mutiny.SelectionQuery<R> run = session.createSelectionQuery(query.hql(), query.resultType());
                    query.parameters().forEach(run::setParameter);
                    if (query.firstResult() != null) {
                        run.setFirstResult(query.firstResult());
                    }
                    if (query.maxResults() != null) {
                        run.setMaxResults(query.maxResults());
                    }
                    return run.getResultList();
                })
                .await()
                .indefinitely();
    }

    @Override
    public int execute(HqlMutation mutation) {
        return factory.withTransaction(session -> {
                    Mutiny.MutationQuery run = session.createMutationQuery(mutation.hql());
                    mutation.parameters().forEach(run::setParameter);
                    return run.executeUpdate();
                })
                .await()
                .indefinitely();
    }

    @Override
    public void close() {
        factory.close();
    }
}
