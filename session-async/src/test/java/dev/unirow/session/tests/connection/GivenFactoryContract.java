package dev.unirow.session.tests.connection;

import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.Isolation;
import dev.unirow.session.ScopeOptions;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Parcel;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Persistence;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database over a session factory that plain Hibernate Reactive started. */
@EachDatabase
@Requires(Capability.PERSISTENCE)
class GivenFactoryContract {
    DatabaseTarget target;

    @Entity
    static class Slip {
        @Id
        private Long id;

        private String text;
    }

    private StandardServiceRegistry registry;
    Mutiny.SessionFactory factory;
    private Database db;

    @BeforeEach
    void startFactory() {
        registry = new ReactiveServiceRegistryBuilder()
                .applySettings(HibernateSettings.reactive(target))
                .applySetting("hibernate.hbm2ddl.auto", "create")
                .applySetting("hibernate.globally_quoted_identifiers", true) // user is a reserved word
                .build();
        factory = new MetadataSources(registry)
                .addAnnotatedClass(User.class)
                .addAnnotatedClass(Tag.class)
                .addAnnotatedClass(Slip.class)
                .addAnnotatedClass(Parcel.class)
                .buildMetadata()
                .buildSessionFactory()
                .unwrap(Mutiny.SessionFactory.class);
        db = Database.from(factory);
    }

    @AfterEach
    void closeFactory() {
        db.close();
        factory.close();
        StandardServiceRegistryBuilder.destroy(registry);
    }

    private long users() {
        Long count = await(db.read((AsyncSession session) -> session.count(select(User.class))));
        return count;
    }

    @Test
    void sessionsAndScopesWorkOnItsModels() {
        assertThat(db.models()).contains(User.class);
        assertThat(db.url()).isNull();
        assertThat(db.name()).isNull();
        User chonky = new User("chonky");
        AsyncSession session = db.session();
        session.addAll(chonky, new User("phroge"));
        await(session.commit());
        await(session.close());
        assertThat(chonky.id()).isPositive();
        User renamed = await(
                db.begin((AsyncSession s) -> s.get(User.class, chonky.id()).invoke(user -> user.setName("slim"))));
        assertThat(renamed.name()).isEqualTo("slim");
        assertThatThrownBy(() -> await(db.begin(s -> s.insert(new User("gone"))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("stop"))))))
                .hasMessage("stop");
        assertThat(users()).isEqualTo(2);
        List<String> names =
                await(factory.withSession(s -> s.createQuery("select name from User order by name", String.class)
                        .getResultList()));
        assertThat(names).containsExactly("phroge", "slim");
    }

    @Test
    void nestedClassesAreAskedForByTheNamesThatHibernateGaveThem() {
        Slip slip = new Slip();
        slip.id = 1L;
        await(db.begin(s -> s.insert(slip)));

        Integer changed = await(db.begin(s -> s.execute(update(Slip.class).set("text", "new"))));
        Slip found = await(db.read(s -> s.one(select(Slip.class))));

        assertThat(changed).isEqualTo(1);
        assertThat(found.text).isEqualTo("new");
    }

    @Test
    void itsOwnSessionsValidate() {
        await(factory.withTransaction(session -> session.persist(new Parcel("heavy", 5))));
        assertThatThrownBy(() -> await(factory.withTransaction(session -> session.persist(new Parcel("light", 0)))))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("must be greater than or equal to 1");
        List<String> stored = await(factory.withSession(session ->
                session.createQuery("select label from Parcel", String.class).getResultList()));
        assertThat(stored).containsExactly("heavy");
    }

    @Test
    void aFactoryOfHibernateOrmValidates() {
        try (SessionFactory orm = new Configuration()
                .addAnnotatedClass(Parcel.class)
                .addProperties(properties())
                .buildSessionFactory()) {
            assertValidating(orm);
        }
    }

    @Test
    void aFactoryOfJakartaPersistenceValidates() {
        try (EntityManagerFactory jpa = Persistence.createEntityManagerFactory("parcels", properties())) {
            assertValidating(jpa);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(HibernateSettings.jdbc(target));
        properties.put("hibernate.hbm2ddl.auto", "create");
        return properties;
    }

    private static void assertValidating(EntityManagerFactory blocking) {
        blocking.runInTransaction(manager -> manager.persist(new Parcel("heavy", 5)));
        assertThatThrownBy(() -> blocking.runInTransaction(manager -> manager.persist(new Parcel("light", 0))))
                .hasStackTraceContaining("must be greater than or equal to 1");
        List<String> stored = blocking.callInTransaction(manager ->
                manager.createQuery("select label from Parcel", String.class).getResultList());
        assertThat(stored).containsExactly("heavy");
    }

    @Test
    void aRolledBackModelIsNewAgainAndSavepointsWork() {
        User chonky = new User("chonky");
        AsyncSession session = db.session();
        session.add(chonky);
        await(session.flush());
        await(session.rollback());
        assertThat(chonky.id()).isNull();
        await(session.close());
        await(db.begin(s -> s.insert(new User("kept"))
                .chain(() -> s.nested(part -> part.insert(new User("lost"))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("stop")))))
                .onFailure()
                .recoverWithNull()));
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void failuresAreOurs() {
        await(db.begin(s -> s.insert(new Tag("a", "one"))));
        assertThatThrownBy(() -> await(db.begin(s -> s.insert(new Tag("a", "two")))))
                .isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void plainConnectionsAndOptionsWork() {
        List<Map<String, Object>> rows =
                await(db.connect(connection -> connection.select("select 40 + :n as sum", Map.of("n", 2))));
        assertThat(((Number) rows.get(0).get("sum")).intValue()).isEqualTo(42);
        Long count = await(db.begin(
                ScopeOptions.options().isolation(Isolation.SERIALIZABLE).retry(1),
                (AsyncSession s) -> s.count(select(User.class))));
        assertThat(count).isZero();
        assertThat(await(db.health()).ready()).isTrue();
        assertThat(await(db.reflect()).tables()).anyMatch(table -> table.name().equals("Tag"));
    }

    @Test
    void whatItCannotDoIsSaid() {
        assertThatThrownBy(() -> await(db.createAll()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hbm2ddl.auto");
        assertThat(db.metadata().tables()).isEmpty();
        assertThat(db).hasToString("Database(session factory)");
    }

    @Test
    void closingItLeavesTheFactoryOpenAndAClosedFactoryIsRefused() {
        Database second = Database.from(factory);
        await(second.begin(s -> s.insert(new User("chonky"))));
        second.close();
        assertThat(factory.isOpen()).isTrue();
        assertThat(users()).isEqualTo(1);
        factory.close();
        assertThatThrownBy(() -> Database.from(factory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is closed");
    }
}
