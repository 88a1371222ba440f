package dev.unirow.session.tests.connection;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions in the transaction of one that plain Hibernate Reactive runs. */
@EachDatabase
@Requires(Capability.PERSISTENCE)
class JoinedSessionContract {
    DatabaseTarget target;

    private StandardServiceRegistry registry;
    private Mutiny.SessionFactory factory;
    private Database db;

    @BeforeEach
    void startFactory() {
        registry = registry(HibernateSettings.reactive(target));
        factory = factory(registry);
        db = Database.from(factory);
    }

    /** A pool of one connection: what is not given back is missed. */
    private static StandardServiceRegistry registry(Map<String, Object> settings) {
        return new ReactiveServiceRegistryBuilder()
                .applySettings(settings)
                .applySetting("hibernate.hbm2ddl.auto", "create")
                .applySetting("hibernate.connection.pool_size", 1)
                .applySetting("hibernate.jdbc.batch_size", 20)
                .build();
    }

    private static Mutiny.SessionFactory factory(StandardServiceRegistry registry) {
        return new MetadataSources(registry)
                .addAnnotatedClass(Tag.class)
                .buildMetadata()
                .buildSessionFactory()
                .unwrap(Mutiny.SessionFactory.class);
    }

    @AfterEach
    void closeFactory() {
        db.close();
        factory.close();
        StandardServiceRegistryBuilder.destroy(registry);
    }

    private List<String> stored() {
        return await(factory.withSession(s -> s.createQuery("select label from Tag order by label", String.class)
                .getResultList()));
    }

    private <T> Uni<T> joined(Function<AsyncSession, Uni<T>> work) {
        return factory.withTransaction(given -> work.apply(db.sessionOn(given)));
    }

    @Test
    void whatItFlushesIsCommittedWithTheGivenTransaction() {
        await(factory.withTransaction(given -> given.persist(new Tag("given", null))
                .chain(given::flush)
                .chain(() -> {
                    AsyncSession session = db.sessionOn(given);
                    session.addAll(new Tag("joined", null), new Tag("second", null));
                    return session.all(select(Tag.class))
                            .invoke(seen -> assertThat(seen).hasSize(3))
                            .chain(session::inTransaction)
                            .invoke(open -> assertThat(open).isTrue())
                            .chain(session::close);
                })
                .chain(() -> given.find(Tag.class, "joined"))
                .invoke(found -> assertThat(found).isNotNull())
                .chain(() -> given.persist(new Tag("later", null)))));

        assertThat(stored()).containsExactly("given", "joined", "later", "second");
    }

    /** Hibernate names the table as the class, and names of tables have a case on MariaDB. */
    @Test
    void itsSqlIsOfTheGivenTransaction() {
        Uni<List<String>> work = joined(session -> {
            session.add(new Tag("joined", null));
            return session.sql("update Tag set text = 'seen'")
                    .execute()
                    .chain(() -> session.sql("select text from Tag where label = :label")
                            .bind("label", "joined")
                            .as(String.class)
                            .all())
                    .call(session::close);
        });

        assertThat(await(work)).containsExactly("seen");
        assertThat(stored()).containsExactly("joined");
        assertThatThrownBy(() -> await(joined(session -> session.sql("delete from Tag")
                        .execute()
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("stop"))))))
                .hasMessage("stop");
        assertThat(stored()).containsExactly("joined");
    }

    @Test
    void theExampleRuns() {
        // region joined
        Uni<Tag> inserted = factory.withTransaction(given -> db.sessionOn(given).insert(new Tag("joined", null)));
        // endregion

        assertThat(await(inserted).label()).isEqualTo("joined");
        assertThat(stored()).containsExactly("joined");
    }

    @Test
    void whatItFlushesIsRolledBackWithTheGivenTransaction() {
        Uni<Object> work = joined(session -> session.insert(new Tag("joined", null))
                .chain(session::close)
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("stop"))));

        assertThatThrownBy(() -> await(work)).hasMessage("stop");

        assertThat(stored()).isEmpty();
    }

    @Test
    void aFailureOfItRollsTheGivenTransactionBackAlsoWherePassedOver() {
        await(db.begin(session -> session.insert(new Tag("taken", null))));

        Uni<Tag> work = factory.withTransaction(given -> given.persist(new Tag("given", null))
                .chain(given::flush)
                .chain(() -> db.sessionOn(given).insert(new Tag("taken", null)))
                .onFailure(UniqueViolationException.class)
                .recoverWithNull());
        assertThat(await(work)).isNull();

        assertThat(stored()).containsExactly("taken");
    }

    @Test
    void aCancellationEndsTheGivenTransactionWithIt() throws Exception {
        CompletableFuture<Void> flushed = new CompletableFuture<>();
        UniAssertSubscriber<Object> subscriber = joined(session -> session.insert(new Tag("joined", null))
                        .invoke(() -> flushed.complete(null))
                        .chain(() -> Uni.createFrom().nothing()))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        flushed.get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);

        subscriber.cancel();

        assertThat(stored()).isEmpty(); // by the pool's only connection
    }

    @Test
    void commitAndRollbackAreTheGivenSessions() {
        for (Function<AsyncSession, Uni<Void>> end :
                List.<Function<AsyncSession, Uni<Void>>>of(AsyncSession::commit, AsyncSession::rollback)) {
            assertThatThrownBy(() -> await(joined(
                            session -> session.insert(new Tag("joined", null)).chain(() -> end.apply(session)))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the transaction is that of the given Mutiny.Session, which ends it");
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void nestedWorkThatFailsIsTakenBackAlone() {
        await(joined(session -> session.insert(new Tag("kept", null))
                .chain(() -> session.<Object>nested(inner -> inner.insert(new Tag("undone", null))
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("stop"))))
                        .onFailure()
                        .recoverWithNull())));

        assertThat(stored()).containsExactly("kept");
    }

    @Test
    void itEndsWithTheTransaction() {
        AsyncSession[] kept = new AsyncSession[1];
        await(joined(session -> {
            kept[0] = session;
            return session.insert(new Tag("joined", null));
        }));

        assertThatThrownBy(() -> await(kept[0].find(Tag.class, "joined")))
                .isInstanceOf(SessionClosedException.class)
                .hasMessageContaining("The transaction of the given Mutiny.Session has ended");
        await(kept[0].close());
        assertThat(stored()).containsExactly("joined");
    }

    @Test
    void whatCannotBeJoinedIsRefused() {
        assertThatThrownBy(() ->
                        await(factory.withSession(given -> db.sessionOn(given).insert(new Tag("joined", null)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it is in no transaction");
        Mutiny.Session open = await(factory.openSession());
        try {
            assertThatThrownBy(() -> db.sessionOn(open))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not on its event loop");
        } finally {
            await(open.close());
        }
        StandardServiceRegistry elsewhere = registry(HibernateSettings.reactive(target));
        try (Mutiny.SessionFactory other = factory(elsewhere)) {
            assertThatThrownBy(() -> await(
                            other.withTransaction(given -> db.sessionOn(given).insert(new Tag("joined", null)))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("it is not of the session factory that this database is over");
        } finally {
            StandardServiceRegistryBuilder.destroy(elsewhere);
        }
        assertThat(stored()).isEmpty();
    }
}
