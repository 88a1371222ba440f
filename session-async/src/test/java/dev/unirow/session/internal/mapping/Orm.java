package dev.unirow.session.internal.mapping;

import dev.unirow.testing.PostgresServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Plain Hibernate over PostgreSQL, with its models prepared; counts what it sends. */
final class Orm implements AutoCloseable {
    private final StandardServiceRegistry registry;
    private final AtomicLong statements = new AtomicLong();
    private final SessionFactory sessions;

    Orm(List<Class<?>> models, Map<String, Object> settings) {
        String database = PostgresServer.createDatabase();
        registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(Orm.class.getClassLoader())
                        .build())
                .applySetting(
                        "jakarta.persistence.jdbc.url",
                        "jdbc:postgresql://127.0.0.1:" + PostgresServer.port() + "/" + database)
                .applySetting("jakarta.persistence.jdbc.user", "postgres")
                .applySetting("jakarta.persistence.jdbc.password", "postgres")
                .applySetting("hibernate.hbm2ddl.auto", "create")
                .applySetting("hibernate.session_factory.statement_inspector", (StatementInspector) sql -> {
                    statements.incrementAndGet();
                    return sql;
                })
                .applySettings(settings)
                .build();
        try {
            sessions = metadata(registry, models).buildSessionFactory();
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw e;
        }
    }

    private static Metadata metadata(StandardServiceRegistry registry, List<Class<?>> models) {
        MetadataSources sources = new MetadataSources(registry);
        models.forEach(sources::addAnnotatedClass);
        Metadata metadata = sources.buildMetadata();
        MappedModels.prepare(metadata, models);
        return metadata;
    }

    <T> T within(Function<Session, T> work) {
        return sessions.fromTransaction(work);
    }

    long statements() {
        return statements.get();
    }

    @Override
    public void close() {
        sessions.close();
        StandardServiceRegistryBuilder.destroy(registry);
    }
}
