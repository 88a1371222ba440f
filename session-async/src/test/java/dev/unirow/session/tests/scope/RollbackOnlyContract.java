package dev.unirow.session.tests.scope;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What sessions do that share one connection, in a transaction that is never committed. */
@EachDatabase
class RollbackOnlyContract {
    private static final class ChangedMyMind extends RuntimeException {}

    DatabaseTarget target;
    private String url;
    private Database db;

    @BeforeEach
    void open() {
        url = target.newDatabaseUrl();
        if (target.outlivesConnections()) {
            try (Database other = Database.open(url, Tag.class)) {
                await(other.createAll());
                await(other.begin(s -> s.insert(new Tag("there", "before"))));
            }
        }
        db = Database.builder(url).models(Tag.class).rollbackOnly().open();
        if (!target.outlivesConnections()) {
            await(db.createAll());
            await(insert("there"));
        }
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Uni<Void> insert(String key) {
        return db.begin(s -> s.insert(new Tag(key, "")).replaceWithVoid());
    }

    private static <T> Uni<T> failed() {
        return Uni.createFrom().failure(new ChangedMyMind());
    }

    private List<String> keys() {
        return await(db.read(s -> s.all(select(Tag.class)))).stream()
                .map(Tag::label)
                .sorted()
                .toList();
    }

    private void assertConflict() {
        assertThatThrownBy(() -> await(db.rollbackAll()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "What one transaction had written was taken back with another one, inside of which it ran on"
                                + " the only connection of a database that is opened with rollbackOnly(). With a connection of"
                                + " its own it would have stayed: a test of that is one with isolation = COPY.");
    }

    @Test
    @Requires(Capability.PERSISTENCE)
    void everythingIsAsBeforeAfterRollbackAll() {
        await(insert("one"));
        await(db.connect(c -> c.execute("update tag set text = 'changed'")));
        AsyncSession session = db.session();
        session.add(new Tag("two", ""));
        await(session.commit());
        session.add(new Tag("three", ""));
        await(session.flush());
        assertThat(keys()).containsExactly("one", "there", "three", "two");

        await(db.rollbackAll());

        assertThat(keys()).containsExactly("there");
        try (Database other = Database.open(url, Tag.class)) {
            var rows = await(other.connect(c -> c.select("select label, text from tag")));
            assertThat(rows).hasToString("[{label=there, text=before}]");
        }
    }

    @Test
    void twoBeginsAtOnceRunOneAfterTheOther() {
        await(Uni.join().all(insert("one"), insert("two"), insert("three")).andFailFast());

        assertThat(keys()).containsExactly("one", "there", "three", "two");
        await(db.rollbackAll());
    }

    @Test
    void ofTwoBeginsAtOnceOneFailsAlone() {
        Uni<Void> twice = insert("there");
        assertThatThrownBy(() -> await(
                        Uni.join().all(insert("one"), twice, insert("two")).andCollectFailures()))
                .hasRootCauseInstanceOf(Exception.class);

        assertThat(keys()).containsExactly("one", "there", "two");
        await(db.rollbackAll());
    }

    @Test
    void aBeginInsideABeginIsKeptWithIt() {
        await(db.begin(s -> s.insert(new Tag("outer", "")).chain(() -> insert("inner"))));

        assertThat(keys()).containsExactly("inner", "outer", "there");
        await(db.rollbackAll());
    }

    @Test
    void aBeginInsideABeginFailsAlone() {
        await(db.begin(s -> s.insert(new Tag("outer", ""))
                .chain(() -> insert("there"))
                .onFailure(UniqueViolationException.class)
                .recoverWithNull()
                .chain(() -> s.insert(new Tag("after", "")))));

        assertThat(keys()).containsExactly("after", "outer", "there");
        await(db.rollbackAll());
    }

    @Test
    void aBeginThatWasCommittedInsideOfOneThatFailsIsReported() {
        assertThatThrownBy(() -> await(db.begin(s -> s.insert(new Tag("outer", ""))
                        .chain(() -> insert("inner"))
                        .chain(RollbackOnlyContract::failed))))
                .isInstanceOf(ChangedMyMind.class);

        assertThat(keys()).containsExactly("there");
        assertConflict();
        await(db.rollbackAll());
    }

    @Test
    @Requires(Capability.PERSISTENCE)
    void aBeginThatItsOuterOneWaitsForOutsideOfThePipelineFailsInsteadOfWaitingForEver() {
        db.close();
        // a busy server may take longer to let it in
        db = Awaitility.await()
                .atMost(Waiting.LIMIT)
                .ignoreExceptionsInstanceOf(DatabaseUnavailableException.class)
                .until(
                        () -> Database.builder(url)
                                .models(Tag.class)
                                .rollbackOnly()
                                .acquireTimeout(Duration.ofMillis(300))
                                .open(),
                        Objects::nonNull);

        assertThatThrownBy(() -> await(db.begin(s -> s.insert(new Tag("outer", ""))
                        .chain(() -> Uni.createFrom()
                                .completionStage(() -> insert("inner").subscribeAsCompletionStage())))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The transaction of a scope waited for 300 ms for that of another scope");

        assertThat(keys()).containsExactly("there");
        await(db.rollbackAll());
    }

    @Test
    void aReadBesideAnOpenBeginSeesWhatThatHasNotCommitted() {
        List<Tag> read = await(db.begin(s ->
                s.insert(new Tag("one", "")).chain(() -> db.read(other -> other.all(select(Tag.class))))));

        assertThat(read).hasSize(2);
        await(db.rollbackAll());
    }

    @Test
    void aReadOutsideOfThePipelineRunsBesideAnOpenBegin() {
        List<Tag> read = await(db.begin(s -> s.insert(new Tag("one", ""))
                .chain(() -> Uni.createFrom()
                        .completionStage(() ->
                                db.read(other -> other.all(select(Tag.class))).subscribeAsCompletionStage()))));

        assertThat(read).hasSize(2);
        await(db.rollbackAll());
    }

    @Test
    void aReadThatFailsLeavesTheOpenBeginAlone() {
        await(db.begin(s -> s.insert(new Tag("one", ""))
                .chain(() -> db.connect(other -> other.select("select nothing from nowhere")))
                .onFailure()
                .recoverWithNull()
                .chain(() -> s.insert(new Tag("two", "")))));

        assertThat(keys()).containsExactly("one", "there", "two");
        await(db.rollbackAll());
    }

    @Test
    void nestedWorkFailsAlone() {
        await(db.begin(s -> s.insert(new Tag("one", ""))
                .chain(() -> s.nested(inner -> inner.insert(new Tag("there", ""))))
                .onFailure(UniqueViolationException.class)
                .recoverWithNull()
                .chain(() -> s.nested(inner -> inner.insert(new Tag("two", ""))))));

        assertThat(keys()).containsExactly("one", "there", "two");
        await(db.rollbackAll());
    }

    @Nested
    class OfTheProgramsOwnSession {
        private AsyncSession session;

        @BeforeEach
        void openSession() {
            session = db.session();
            session.add(new Tag("own", ""));
            await(session.flush());
        }

        @AfterEach
        void closeSession() {
            await(session.close());
        }

        @Test
        void aCommitIsSeenByAll() {
            await(session.commit());

            assertThat(keys()).containsExactly("own", "there");
            await(db.rollbackAll());
        }

        @Test
        void anOpenTransactionLetsABeginRun() {
            await(insert("one"));
            session.add(new Tag("two", ""));
            await(session.commit());

            assertThat(keys()).containsExactly("one", "own", "there", "two");
            await(db.rollbackAll());
        }

        @Test
        void anOpenTransactionIsUsableInsideABegin() {
            await(db.begin(s -> s.insert(new Tag("one", "")).chain(() -> {
                session.add(new Tag("two", ""));
                return session.commit();
            })));

            assertThat(keys()).containsExactly("one", "own", "there", "two");
            await(db.rollbackAll());
        }

        @Test
        void aRollbackThatTakesABeginBackIsReported() {
            await(insert("one"));
            await(session.rollback());

            assertThat(keys()).containsExactly("there");
            assertConflict();
        }

        @Test
        void aFailedTransactionLetsABeginRun() {
            session.add(new Tag("there", ""));
            assertThatThrownBy(() -> await(session.flush())).isInstanceOf(UniqueViolationException.class);

            await(insert("one"));
            await(session.rollback());
            assertThat(keys()).contains("there");
        }

        @Test
        @Requires(Capability.PERSISTENCE)
        void itFailsAfterRollbackAll() {
            await(db.rollbackAll());

            session.add(new Tag("two", ""));
            assertThatThrownBy(() -> await(session.flush())).isInstanceOf(IllegalStateException.class);
            assertThat(keys()).doesNotContain("two");
        }
    }

    @Test
    void anotherSessionsOpenTransactionIsNoObstacle() {
        AsyncSession one = db.session();
        AsyncSession two = db.session();
        one.add(new Tag("one", ""));
        await(one.flush());
        two.add(new Tag("two", ""));
        await(two.flush());
        one.add(new Tag("three", ""));
        await(one.commit());
        await(two.commit());
        await(one.close());
        await(two.close());

        assertThat(keys()).containsExactly("one", "there", "three", "two");
        await(db.rollbackAll());
    }

    @Test
    void aCommitAsSqlIsRefused() {
        assertThatThrownBy(() -> await(db.connect(c -> c.execute("/* ! */ commit"))))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "The statement 'COMMIT' would end the transaction that is to be rolled back at the end. Begin"
                                + " and end transactions by the methods of the session or connection.");
    }

    @Test
    void aTableIsMadeAndTakenBackOrRefused() {
        Uni<Integer> made = db.connect(c -> c.execute("create table other (id integer)"));
        if (target.undoesDdl()) {
            await(made);
            await(db.rollbackAll());
            assertThatThrownBy(() -> await(db.connect(c -> c.select("select id from other"))));
        } else {
            assertThatThrownBy(() -> await(made))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("'CREATE TABLE' would end the transaction");
        }
    }

    @Test
    void transactionsOfAConnectionAreTakenBackToo() {
        await(db.connect(c -> c.begin()
                .chain(() -> c.execute("insert into tag (label, text) values ('one', '')"))
                .chain(c::commit)
                .chain(c::begin)
                .chain(() -> c.execute("insert into tag (label, text) values ('two', '')"))
                .chain(c::rollback)));

        assertThat(keys()).containsExactly("one", "there");
        await(db.rollbackAll());
    }

    @Test
    void aCancelledBeginIsRolledBack() {
        CompletableFuture<Void> inside = new CompletableFuture<>();
        var running = db.begin(s -> s.insert(new Tag("one", ""))
                        .invoke(() -> inside.complete(null))
                        .chain(() -> Uni.createFrom().nothing()))
                .subscribe()
                .with(ignored -> {});
        inside.join();
        running.cancel();

        await(insert("two"));
        assertThat(keys()).containsExactly("there", "two");
        await(db.rollbackAll());
    }

    @Test
    void onlyADatabaseThatIsOpenedForItTakesEverythingBack() {
        try (Database other = Database.open(target.newDatabaseUrl(), Tag.class)) {
            assertThatThrownBy(() -> await(other.rollbackAll()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageEndingWith("it was not opened with DatabaseBuilder.rollbackOnly().");
        }
    }
}
