package dev.unirow.query.tests;

import dev.unirow.query.HqlMutation;
import dev.unirow.query.HqlQuery;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.query.SelectionQuery;

/** Through plain Hibernate ORM. */
final class OrmDatabase implements TestDatabase {
    private final SessionFactory factory;

    OrmDatabase(Map<String, Object> settings, Class<?>... models) {
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

    @Override
    public void add(Object... models) {
        factory.inTransaction(session -> List.of(models).forEach(session::persist));
    }

    @Override
    public <R> List<R> list(HqlQuery<R> query) {
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

    @Override
    public int execute(HqlMutation mutation) {
        return factory.fromTransaction(session -> {
            var run = session.createMutationQuery(mutation.hql());
            mutation.parameters().forEach(run::setParameter);
            return run.executeUpdate();
        });
    }

    @Override
    public void close() {
        factory.close();
    }
}
