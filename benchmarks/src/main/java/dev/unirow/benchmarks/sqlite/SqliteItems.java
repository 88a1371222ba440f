package dev.unirow.benchmarks.sqlite;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.sqlite.dialect.SqliteDialect;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.hibernate.boot.MetadataSources;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.reactive.vertx.impl.ProvidedVertxInstance;

/** The contestant: Hibernate Reactive over the driver, its work chained on the driver's event loop. */
final class SqliteItems implements AutoCloseable {
    static final String CREATE = """
            create table item (id integer primary key, name text, description text, amount integer not null,
                price real not null, available boolean not null, added timestamp)""";

    private final SqlitePool pool;
    private final Mutiny.SessionFactory sessions;

    SqliteItems(Path file) {
        pool = SqlitePool.open(SqliteConfig.file(file));
        var registry = new ReactiveServiceRegistryBuilder()
                .applySettings(Map.of(
                        "hibernate.dialect", SqliteDialect.class.getName(),
                        "hibernate.vertx.pool.class", pool,
                        "hibernate.jdbc.batch_size", "100",
                        "jakarta.persistence.jdbc.url", "jdbc:sqlite:",
                        "jakarta.persistence.validation.mode", "none"))
                .addService(VertxInstance.class, new ProvidedVertxInstance(pool.vertx()))
                .build();
        sessions = new MetadataSources(registry)
                .addAnnotatedClass(Item.class)
                .buildMetadata()
                .buildSessionFactory()
                .unwrap(Mutiny.SessionFactory.class);
        run(sessions.withTransaction(
                session -> session.createNativeQuery(CREATE).executeUpdate().replaceWithVoid()));
    }

    private void clear() {
        run(sessions.withTransaction(session ->
                session.createMutationQuery("delete from Item").executeUpdate().replaceWithVoid()));
    }

    void insert(int rows) {
        clear();
        run(sessions.withTransaction(session -> session.persistAll(items(1, rows))));
    }

    void insertStateless(int rows) {
        clear();
        run(sessions.withStatelessTransaction(session -> {
            return Multi.createFrom()
                    .range(0, rows / 100)
                    .onItem()
                    .transformToUniAndConcatenate(
                            batch -> session.insertAll(100, items(batch * 100 + 1, batch * 100 + 100)))
                    .onItem()
                    .ignoreAsUni();
        }));
    }

    private static Object[] items(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(Item::numbered).toArray();
    }

    void findEach(int rows) {
        run(sessions.withSession(session -> Multi.createFrom()
                .range(1, rows + 1)
                .onItem()
                .transformToUniAndConcatenate(id -> session.find(Item.class, (long) id))
                .collect()
                .with(Collectors.counting())
                .invoke(found -> {
                    if (found != rows) {
                        throw new IllegalStateException(found + " items");
                    }
                })
                .replaceWithVoid()));
    }

    void selectAll(int rows) {
        run(sessions.withSession(session -> session.createSelectionQuery("from Item", Item.class)
                .getResultList()
                .invoke(items -> {
                    if (items.size() != rows) {
                        throw new IllegalStateException(items.size() + " items");
                    }
                })
                .replaceWithVoid()));
    }

    private static void run(Uni<Void> work) {
        work.await().indefinitely();
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}
