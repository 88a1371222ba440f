package dev.unirow.sqlite.tests;

import dev.unirow.sqlite.SqlitePool;
import dev.unirow.sqlite.dialect.SqliteDialect;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.reactive.vertx.impl.ProvidedVertxInstance;

/** Boots a plain Hibernate Reactive over a pool. */
final class Factory {
    private Factory() {}

    static Mutiny.SessionFactory over(SqlitePool pool, Class<?>... entities) {
        return over(pool, Function.identity(), entities);
    }

    static Mutiny.SessionFactory over(
            SqlitePool pool, Function<ReactiveConnectionPool, ReactiveConnectionPool> wrapped, Class<?>... entities) {
        return boot(pool, new Configuration(), wrapped, entities);
    }

    /** Lets Hibernate make the tables. */
    static Mutiny.SessionFactory creating(SqlitePool pool, Class<?>... entities) {
        return with(pool, Map.of("hibernate.hbm2ddl.auto", "create"), entities);
    }

    static Mutiny.SessionFactory with(SqlitePool pool, Map<String, String> settings, Class<?>... entities) {
        Configuration configuration = new Configuration();
        settings.forEach(configuration::setProperty);
        return boot(pool, configuration, Function.identity(), entities);
    }

    private static Mutiny.SessionFactory boot(
            SqlitePool pool,
            Configuration configuration,
            Function<ReactiveConnectionPool, ReactiveConnectionPool> wrapped,
            Class<?>... entities) {
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        configuration.setProperty("hibernate.dialect", SqliteDialect.class.getName());
        // without a URL Hibernate warns that nobody gives it JDBC connections
        configuration.setProperty("jakarta.persistence.jdbc.url", "jdbc:sqlite:");
        configuration.getProperties().put("hibernate.vertx.pool.class", wrapped.apply(pool));
        return configuration
                .buildSessionFactory(new ReactiveServiceRegistryBuilder()
                        .applySettings(configuration.getProperties())
                        .addService(VertxInstance.class, new ProvidedVertxInstance(pool.vertx()))
                        .build())
                .unwrap(Mutiny.SessionFactory.class);
    }
}
