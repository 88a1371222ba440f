package dev.unirow.session.tests.connection;

import static dev.unirow.query.Queries.col;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.Test;

/** Lists in the statements of factories that an application starts by itself. */
@EachDatabase
@Requires(Capability.PERSISTENCE)
class GivenFactoryListsContract {
    private static final String HQL = "select name from User where id in :ids order by name";
    private static final List<Long> SHORT = List.of(1L, 2L, 7L);
    private static final List<Long> LONG = LongStream.range(2, 31_000).boxed().toList();
    private static final List<Long> LONGER = LongStream.range(2, 66_000).boxed().toList();

    DatabaseTarget target;

    private final List<String> statements = new CopyOnWriteArrayList<>();

    private SessionFactory started(StandardServiceRegistryBuilder builder, Map<String, Object> settings) {
        StatementInspector inspector = sql -> {
            statements.add(sql);
            return sql;
        };
        StandardServiceRegistry registry = builder.applySettings(settings)
                .applySetting("hibernate.hbm2ddl.auto", "create")
                .applySetting("hibernate.globally_quoted_identifiers", true) // user is a reserved word
                .applySetting("hibernate.session_factory.statement_inspector", inspector)
                .build();
        return new MetadataSources(registry)
                .addAnnotatedClass(User.class)
                .buildMetadata()
                .buildSessionFactory();
    }

    @Test
    void theBlockingHibernateKeepsItsStatements() {
        try (SessionFactory factory =
                started(new StandardServiceRegistryBuilder(), HibernateSettings.jdbcInOurDialect(target))) {
            factory.inTransaction(session -> List.of("a", "b", "c").forEach(name -> session.persist(new User(name))));
            statements.clear();

            List<String> few = factory.fromSession(session -> session.createSelectionQuery(HQL, String.class)
                    .setParameter("ids", SHORT)
                    .getResultList());
            List<String> many = factory.fromSession(session -> session.createSelectionQuery(HQL, String.class)
                    .setParameter("ids", LONG)
                    .getResultList());

            assertThat(few).containsExactly("a", "b");
            assertThat(many).containsExactly("b", "c");
            assertThat(statements)
                    .extracting(sql -> sql.chars().filter(each -> each == '?').count())
                    .containsExactly((long) SHORT.size(), (long) LONG.size());
        }
    }

    @Test
    void theApplicationsSessionsAndOursTakeListsOfAnyLength() {
        Mutiny.SessionFactory factory = started(
                        new ReactiveServiceRegistryBuilder(), HibernateSettings.reactive(target))
                .unwrap(Mutiny.SessionFactory.class);
        try (Database db = Database.from(factory)) {
            await(db.begin(session -> session.insertAll(List.of(new User("a"), new User("b"), new User("c")))
                    .replaceWithVoid()));

            assertThat(names(db, SHORT)).containsExactly("a", "b");
            assertThat(names(db, LONGER)).containsExactly("b", "c");
            assertThat(names(factory, SHORT)).containsExactly("a", "b");
            assertThat(names(factory, LONGER)).containsExactly("b", "c");
        } finally {
            factory.close();
        }
    }

    private static List<String> names(Database db, List<Long> ids) {
        return await(db.read(session ->
                        session.all(select(User.class).where(col("id").in(ids)))))
                .stream()
                .map(User::name)
                .sorted()
                .toList();
    }

    private static List<String> names(Mutiny.SessionFactory factory, List<Long> ids) {
        return await(factory.withSession(session -> session.createSelectionQuery(HQL, String.class)
                .setParameter("ids", ids)
                .getResultList()));
    }
}
