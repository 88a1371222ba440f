package dev.unirow.session.tests.query;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.Echo;
import dev.unirow.session.exception.OperationCancelledException;
import dev.unirow.session.exception.ReadOnlySessionException;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.exception.StatementException;
import dev.unirow.session.exception.TransactionFailedException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Agent;
import dev.unirow.session.tests.models.Crate;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session's SQL is a part of its transaction, and of nothing else. */
@EachDatabase
class SqlScopesContract extends DatabaseContract {
    /** One connection: whoever took another one would wait for ever. */
    @Override
    public Database open() {
        return Database.builder(target.newDatabaseUrl())
                .models(models())
                .poolSize(1)
                .acquireTimeout(Waiting.LIMIT)
                .open();
    }

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Tag.class, Crate.class, Crate.Room.class, Agent.class};
    }

    private static Uni<Integer> insert(AsyncSession session, String label) {
        return session.sql("insert into tag (label, text) values (:label, 'sql')")
                .bind("label", label)
                .execute();
    }

    private static Uni<List<String>> labels(AsyncSession session) {
        return session.sql("select label from tag order by label")
                .as(String.class)
                .all();
    }

    private List<String> stored() {
        return await(db.read(SqlScopesContract::labels));
    }

    @Test
    void whatWasAddedAndChangedIsSentFirst() {
        List<String> seen = await(db.begin(session -> {
            Tag added = new Tag("added", "old");
            session.add(added);
            return labels(session)
                    .call(() -> session.sql("update tag set text = 'new' where label = 'added'")
                            .execute()
                            .invoke(changed -> assertThat(changed).isEqualTo(1))
                            .invoke(() -> assertThat(added.text()).isEqualTo("old"))
                            .chain(() -> session.refresh(added))
                            .invoke(() -> assertThat(added.text()).isEqualTo("new")));
        }));

        assertThat(seen).containsExactly("added");
        assertThat(stored()).containsExactly("added");
    }

    @Test
    void aSessionOfOnesOwnCommitsItAndTakesItBack() {
        AsyncSession session = db.session();

        assertThat(await(insert(session, "kept"))).isEqualTo(1);
        assertThat(await(session.inTransaction())).isTrue();
        await(session.commit());
        await(insert(session, "lost"));
        assertThat(await(labels(session))).containsExactly("kept", "lost");
        await(session.rollback());
        assertThat(await(labels(session))).containsExactly("kept");
        await(session.close());

        assertThat(stored()).containsExactly("kept");
    }

    @Test
    void aScopeThatFailsTakesItBack() {
        assertThatThrownBy(() -> await(db.begin(session -> insert(session, "lost")
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("stop"))))))
                .hasMessage("stop");

        assertThat(stored()).isEmpty();
    }

    @Test
    void nestedWorkThatFailsTakesItsOwnBack() {
        await(db.begin(session -> insert(session, "outer")
                .chain(() -> session.nested(inner -> insert(inner, "inner").chain(() -> insert(inner, "inner")))
                        .onFailure(UniqueViolationException.class)
                        .recoverWithItem(0))
                .chain(() -> session.nested(inner -> insert(inner, "second")))));

        assertThat(stored()).containsExactly("outer", "second");
    }

    @Test
    void rowsOfAnInsertAreReturned() {
        List<String> returned =
                await(db.begin(session -> session.sql("insert into tag (label) values (:a), (:b) returning label")
                        .bind("a", "one")
                        .bind("b", "two")
                        .as(String.class)
                        .all()));
        List<Tag> models = await(db.begin(session -> session.sql("insert into tag (label) values ('three') returning *")
                .as(Tag.class)
                .all()));

        assertThat(returned).containsExactlyInAnyOrder("one", "two");
        assertThat(models).extracting(Tag::label).containsExactly("three");
        assertThat(stored()).hasSize(3);
    }

    @Test
    void aScopeThatReadsRefusesChangesHoweverTheyAreWritten() {
        String insert = "insert into tag (label) values ('no') returning label";
        for (Function<AsyncSession, Uni<?>> change : List.<Function<AsyncSession, Uni<?>>>of(
                session -> insert(session, "no"),
                session -> session.sql(insert).as(String.class).all(),
                session ->
                        session.sql(insert).as(String.class).stream().collect().asList())) {
            assertThatThrownBy(
                            () -> await(db.read(session -> change.apply(session).replaceWithVoid())))
                    .isInstanceOf(ReadOnlySessionException.class);
            assertThatThrownBy(() -> await(db.begin(
                            options().readOnly(),
                            session -> change.apply(session).replaceWithVoid())))
                    .isInstanceOf(ReadOnlySessionException.class);
        }

        assertThat(stored()).isEmpty();
        assertNothingIsLeftBehind();
    }

    @Test
    void aScopeThatReadsGoesOnAfterItsSql() {
        await(db.begin(session -> insert(session, "a")));

        List<String> seen = await(db.read(session -> labels(session)
                .chain(first -> session.get(Tag.class, "a"))
                .call(session::inTransaction)
                .chain(tag -> labels(session))));

        assertThat(seen).containsExactly("a");
    }

    @Test
    void aBrokenRuleIsNamedAndEndsTheTransaction() {
        await(db.begin(session -> session.insert(new Crate("north", 1))));
        AsyncSession session = db.session();

        assertThatThrownBy(() -> await(session.sql("insert into crate (aisle, place, weight) values (:aisle, 1, 1)")
                        .bind("aisle", "north")
                        .execute()))
                .isInstanceOf(UniqueViolationException.class)
                .hasMessage("A row with the same unique value exists already (model Crate, table 'crate', "
                        + "constraint 'uq_crate_aisle_place', columns 'aisle', 'place').");
        assertThatThrownBy(() -> await(labels(session))).isInstanceOf(TransactionFailedException.class);
        await(session.rollback());
        assertThat(await(labels(session))).isEmpty();
        await(session.close());
    }

    @Test
    void whatIsWrongWithTheTextIsAFailure() {
        assertThatThrownBy(
                        () -> await(db.begin(session -> session.sql("nonsense").execute())))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("nonsense");
        assertThatThrownBy(() -> await(db.read(
                        session -> session.sql("select 1 from nowhere").asMaps().all())))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("nowhere");
        assertNothingIsLeftBehind();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit",
                "/* now */ COMMIT",
                "rollback to savepoint here",
                "begin",
                "start transaction",
                "savepoint here",
                "release savepoint here",
                "end"
            })
    void theTransactionItselfIsTheSessions(String sql) {
        AsyncSession session = db.session();

        assertThatThrownBy(() -> session.sql(sql))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "as SQL of a session: its transaction begins by itself. Use commit(), rollback() or "
                                + "nested() of the session.");
        await(session.close());
    }

    private void insertTen() {
        await(db.begin(session -> session.sql("insert into tag (label) values ('0'), ('1'), ('2'), ('3'), ('4'), "
                        + "('5'), ('6'), ('7'), ('8'), ('9')")
                .execute()));
    }

    /** Counts ten to the thirteenth rows. */
    private static Uni<Long> endless(AsyncSession session) {
        return session.sql("select count(*) from tag a, tag b, tag c, tag d, tag e, tag f, tag g, tag h, tag i, tag j,"
                        + " tag k, tag l, tag m where a.label <> b.label and l.label <> m.label")
                .as(Long.class)
                .one();
    }

    @Test
    void aTimeoutOfOneStatementEndsItInAScopeThatReads() {
        insertTen();

        Long counted = await(db.read(session ->
                endless(session).ifNoItem().after(Duration.ofMillis(300)).recoverWithItem(-1L)));

        assertThat(counted).isEqualTo(-1);
        assertThat(stored()).hasSize(10);
        assertNothingIsLeftBehind();
    }

    @Test
    void aCancelledStatementIsEndedWithItsTransaction() {
        insertTen();
        AsyncSession session = db.session();
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);
            Cancellable endless = endless(session).subscribe().with(count -> {}, failure -> {});
            Awaitility.await()
                    .atMost(Waiting.LIMIT)
                    .until(() -> echo.lines().stream().anyMatch(line -> line.contains("select count(*)")));

            endless.cancel();

            assertThatThrownBy(() -> await(labels(session)))
                    .isInstanceOf(TransactionFailedException.class)
                    .hasCauseInstanceOf(OperationCancelledException.class);
        }
        await(session.rollback());
        assertThat(await(labels(session))).hasSize(10);
        await(session.close());
        assertNothingIsLeftBehind();
    }

    @Test
    void aSessionThatIsClosedRunsNoSql() {
        AsyncSession session = db.session();
        Uni<List<String>> labels = labels(session);
        await(labels);
        await(session.close());

        assertThatThrownBy(() -> await(labels)).isInstanceOf(SessionClosedException.class);
        assertThatThrownBy(() -> await(insert(session, "late"))).isInstanceOf(SessionClosedException.class);
        assertNothingIsLeftBehind();
    }

    @Test
    void theEchoShowsItWithoutPrivateValues() {
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.DEBUG);
            Agent agent = await(db.begin(
                    session -> session.sql("insert into agent (name, real_name) values (:name, :realName)")
                            .bind("name", "Deadpond")
                            .bind("realName", "Dive Wilson")
                            .execute()
                            .chain(() -> session.sql("select * from agent where real_name = :realName")
                                    .bind("realName", "Dive Wilson")
                                    .as(Agent.class)
                                    .one())));

            assertThat(agent.realName()).isEqualTo("Dive Wilson");
            assertThat(echo.linesWithoutTimes())
                    .contains("[0.00ms] ('Deadpond', ***)")
                    .anyMatch(line -> line.startsWith("insert into agent (name, real_name) values ("))
                    .noneMatch(line -> line.contains("Wilson"));
        }
    }

    @Test
    void oneStatementIsRunAgainAtEachSubscription() {
        await(db.begin(session -> {
            Uni<Integer> grow =
                    session.sql("update crate set weight = weight + 1").execute();
            return session.insert(new Crate("north", 1))
                    .chain(crate -> grow.chain(() -> grow).chain(() -> session.refresh(crate)))
                    .invoke(crate -> assertThat(crate.weight()).isEqualTo(3))
                    .chain(() -> session.count(select(Crate.class)));
        }));
    }
}
