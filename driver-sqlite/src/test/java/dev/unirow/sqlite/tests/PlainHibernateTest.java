package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.sqlite.dialect.SqliteDialect;
import jakarta.persistence.Persistence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.jdbc.internal.Formatter;
import org.hibernate.engine.jdbc.spi.SqlStatementLogger;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.tool.schema.internal.HibernateSchemaManagementTool;
import org.hibernate.tool.schema.spi.SchemaManagementTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that say by settings alone that they use this driver. */
class PlainHibernateTest {
    @TempDir
    Path folder;

    private static Mutiny.SessionFactory boot(Map<String, Object> settings, Class<?>... entities) {
        Configuration configuration = new Configuration();
        configuration.getProperties().putAll(settings);
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        return configuration
                .buildSessionFactory(new ReactiveServiceRegistryBuilder()
                        .applySettings(configuration.getProperties())
                        .build())
                .unwrap(Mutiny.SessionFactory.class);
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("test.db") + "?synchronous=full";
    }

    private static void assertWorks(Mutiny.SessionFactory factory) {
        Author ada = new Author("Ada");
        HibernateContract.await(factory.withTransaction(session -> session.persist(ada)));
        assertThat(ada.id).isEqualTo(1);
        Long synchronous = HibernateContract.await(factory.withSession(
                session -> session.createNativeQuery("select synchronous from pragma_synchronous", Long.class)
                        .getSingleResult()));
        assertThat(synchronous).isEqualTo(2);
    }

    @Test
    void theClassNameOfThePoolAndAUrlSuffice() {
        Mutiny.SessionFactory factory = boot(
                Map.of(
                        "hibernate.vertx.pool.class", SqlitePool.class.getName(),
                        "jakarta.persistence.jdbc.url", url(),
                        "hibernate.hbm2ddl.auto", "create"),
                Author.class);
        assertWorks(factory);
        factory.close();
        assertThat(folder.resolve("test.db")).isNotEmptyFile();
        assertThat(folder.resolve("test.db-wal")).doesNotExist();
    }

    @Test
    void theDialectAndAUrlSuffice() {
        Mutiny.SessionFactory factory = boot(
                Map.of(
                        "hibernate.dialect", SqliteDialect.class.getName(),
                        "jakarta.persistence.jdbc.url", url(),
                        "hibernate.hbm2ddl.auto", "create"),
                Author.class);
        assertWorks(factory);
        factory.close();
        assertThat(folder.resolve("test.db-wal")).doesNotExist();
    }

    @Test
    void aUrlAloneSuffices() {
        Mutiny.SessionFactory factory =
                boot(Map.of("jakarta.persistence.jdbc.url", url(), "hibernate.hbm2ddl.auto", "create"), Author.class);
        assertWorks(factory);
        factory.close();
        assertThat(folder.resolve("test.db-wal")).doesNotExist();
    }

    @Test
    void statementsGoToTheStatementLoggerOfTheFactory() {
        List<String> logged = new CopyOnWriteArrayList<>();
        SqlStatementLogger logger = new SqlStatementLogger(false, false) {
            @Override
            public void logStatement(String sql, Formatter formatter) {
                logged.add(sql);
            }
        };
        SqlitePool own = SqlitePool.open(SqliteConfig.parse(url()));
        for (Object pool : List.of(SqlitePool.class.getName(), own)) {
            logged.clear();
            Configuration configuration = new Configuration().addAnnotatedClass(Author.class);
            configuration.getProperties().put("hibernate.vertx.pool.class", pool);
            configuration.setProperty("jakarta.persistence.jdbc.url", url());
            configuration.setProperty("hibernate.hbm2ddl.auto", "create");
            Mutiny.SessionFactory factory = configuration
                    .buildSessionFactory(new ReactiveServiceRegistryBuilder()
                            .applySettings(configuration.getProperties())
                            .addService(SqlStatementLogger.class, logger)
                            .build())
                    .unwrap(Mutiny.SessionFactory.class);
            assertWorks(factory);
            factory.close();
            assertThat(logged)
                    .anyMatch(sql -> sql.startsWith("create table "))
                    .anyMatch(sql -> sql.startsWith("insert into "));
        }
        own.close();
    }

    @Test
    void aPoolBringsItsDialectAndItsVertx() {
        SqlitePool pool = SqlitePool.open(SqliteConfig.parse(url()));
        Mutiny.SessionFactory factory =
                boot(Map.of("hibernate.vertx.pool.class", pool, "hibernate.hbm2ddl.auto", "create"), Author.class);
        assertWorks(factory);
        String thread = HibernateContract.await(factory.withSession(session -> session.find(Author.class, 1)
                .map(found -> Thread.currentThread().getName())));
        assertThat(thread).isEqualTo(loopOf(pool));
        factory.close();
        assertThat(ConnectionContract.await(pool.stats()).inUse()).isZero();
        pool.close();
    }

    private static String loopOf(SqlitePool pool) {
        var name = new CompletableFuture<String>();
        pool.vertx().runOnContext(unused -> name.complete(Thread.currentThread().getName()));
        return ConnectionContract.await(name);
    }

    @Test
    void jakartaPersistenceBootsIt() {
        Mutiny.SessionFactory factory = Persistence.createEntityManagerFactory(
                        "library", Map.of("jakarta.persistence.jdbc.url", url()))
                .unwrap(Mutiny.SessionFactory.class);
        assertWorks(factory);
        factory.close();
    }

    @Test
    void theBlockingHibernateWithThisDialectHasItsTablesInItsOwnDatabase() {
        for (String url : List.of("jdbc:sqlite::memory:", "jdbc:sqlite:" + folder.resolve("test.db"))) {
            for (String setting : List.of("jakarta.persistence.jdbc.url", "hibernate.connection.url")) {
                Configuration configuration = new Configuration().addAnnotatedClass(Author.class);
                configuration.setProperty("hibernate.dialect", SqliteDialect.class.getName());
                configuration.setProperty(setting, url);
                configuration.setProperty("hibernate.hbm2ddl.auto", "create");
                try (SessionFactory factory = configuration.buildSessionFactory()) {
                    factory.inTransaction(session -> session.persist(new Author("Ada")));
                    Author found = factory.fromSession(session -> session.find(Author.class, 1));
                    assertThat(found.name).isEqualTo("Ada");
                    String day = factory.fromSession(session -> session.createSelectionQuery(
                                    "select cast(date 2024-02-28 + 1 day as String) from Author", String.class)
                            .getSingleResult());
                    assertThat(day).startsWith("2024-02-29");
                    assertThat(((SessionFactoryImplementor) factory)
                                    .getServiceRegistry()
                                    .requireService(SchemaManagementTool.class))
                            .isExactlyInstanceOf(HibernateSchemaManagementTool.class);
                }
            }
        }
    }

    @Test
    void theNameOfTheProductSufficesForTheDialect() {
        for (StandardServiceRegistryBuilder builder :
                List.of(new ReactiveServiceRegistryBuilder(), new StandardServiceRegistryBuilder())) {
            StandardServiceRegistry registry = builder.applySetting(
                            "jakarta.persistence.database-product-name", "SQLite")
                    .applySetting("jakarta.persistence.database-product-version", "3.50.1")
                    .applySetting("jakarta.persistence.database-major-version", "3")
                    .applySetting("jakarta.persistence.database-minor-version", "50")
                    .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                    .build();
            Dialect dialect = registry.requireService(JdbcEnvironment.class).getDialect();
            assertThat(dialect).isExactlyInstanceOf(SqliteDialect.class);
            assertThat(dialect.getVersion().getMinor()).isEqualTo(50);
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    @Test
    void theBlockingHibernateWithoutADialectKeepsThatOfItsCommunity() {
        Configuration configuration = new Configuration();
        configuration.setProperty("jakarta.persistence.jdbc.url", "jdbc:sqlite::memory:");
        try (SessionFactory factory = configuration.buildSessionFactory()) {
            assertThat(((SessionFactoryImplementor) factory).getJdbcServices().getDialect())
                    .isExactlyInstanceOf(SQLiteDialect.class);
        }
    }

    @Test
    void aMissingOrWrongUrlFailsTheBoot() throws Exception {
        assertThat(catchThrowable(() -> boot(Map.of("hibernate.vertx.pool.class", SqlitePool.class.getName()))))
                .hasMessage("The settings name SqlitePool but no database: set 'jakarta.persistence.jdbc.url' to"
                        + " 'jdbc:sqlite:' and a path, or pass a pool instead of its class.");
        assertThat(catchThrowable(() -> boot(
                        Map.of(
                                "hibernate.vertx.pool.class",
                                SqlitePool.class.getName(),
                                "jakarta.persistence.jdbc.url",
                                "jdbc:sqlite:" + folder.resolve("test.db") + "?colour=red"),
                        Author.class)))
                .hasMessageStartingWith("'colour' is no option of SQLite.");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
