package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unirow.model.Models;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.exception.ConnectionLostException;
import dev.unirow.session.exception.ForeignKeyViolationException;
import dev.unirow.session.exception.NotManagedException;
import dev.unirow.session.exception.NotNullViolationException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.exception.StatementException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.Team;
import dev.unirow.session.tests.models.Team.Player;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.Capability;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The same fact is the same class on every database, with its cause kept. */
@EachDatabase
class FailuresContract extends DatabaseContract {
    @Test
    void aUniqueValueThatIsThereAlready() {
        User owner = new User("chonky");

        UniqueViolationException failure = catchThrowableOfType(
                UniqueViolationException.class,
                () -> await(db.begin(session -> {
                    session.addAll(owner, new Pet("same", owner), new Pet("same", owner));
                    return session.flush();
                })));

        assertThat(failure.constraint()).isEqualTo("uq_pet_name");
        assertThat(failure).hasMessageNotContaining("'same'").hasCauseInstanceOf(Exception.class);
    }

    @Test
    void aKeyThatIsThereAlready() {
        UniqueViolationException failure = catchThrowableOfType(
                UniqueViolationException.class,
                () -> await(db.begin(session -> session.insertAll(List.of(new Tag("a", "one"), new Tag("a", "two"))))));

        assertThat(failure.constraint()).isEqualTo("pk_tag");
    }

    @Test
    void waitingInTheWorkOfAScopeFailsAtOnceAndSaysWhatToWrite() {
        assertThatThrownBy(() -> await(db.begin(session -> {
                    User user = await(session.find(User.class, 1));
                    return Uni.createFrom().item(user);
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Return the Uni instead");
    }

    @Test
    void waitingInTheWorkOfAScopeWithMutinysOwnMeansFailsAtOnceAndSaysWhatToWrite() {
        assertThatThrownBy(() -> await(db.begin(session -> {
                    User user = session.find(User.class, 1).await().indefinitely();
                    return Uni.createFrom().item(user);
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Return the Uni instead");
        assertThatThrownBy(() -> await(db.begin(session -> {
                    List<User> users = Uni.createFrom()
                            .<List<User>>nothing()
                            .toMulti()
                            .subscribe()
                            .asIterable()
                            .iterator()
                            .next();
                    return Uni.createFrom().item(users);
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Return the Uni instead");
    }

    @Test
    void whoAsksWhetherAnEventLoopMayBlockIsToldNo() {
        boolean mayBlock = await(
                db.session(session -> session.inTransaction().map(open -> Infrastructure.canCallerThreadBeBlocked())));
        assertThat(mayBlock).isFalse();
        assertThat(Infrastructure.canCallerThreadBeBlocked()).isTrue();
    }

    @Test
    void aUniqueValueThatIsThereAlreadyInTheMiddleOfABatch() {
        await(db.begin(session -> {
            session.add(new Tag("b", "there already"));
            return session.flush();
        }));

        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.addAll(new Tag("a", ""), new Tag("b", ""), new Tag("c", ""));
                    return session.flush();
                })))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(readElsewhere(Tag.class, "a")).isNull();
        assertThat(readElsewhere(Tag.class, "b").text()).isEqualTo("there already");
    }

    @Test
    void aFailureThatIsThrownIsNotLoggedToo() {
        await(db.begin(session -> {
            session.add(new Tag("b", "there already"));
            return session.flush();
        }));

        try (CapturedLog log = CapturedLog.of("org.hibernate.orm.jdbc")) {
            assertThatThrownBy(() -> await(db.begin(session -> {
                        session.add(new Tag("b", ""));
                        return session.flush();
                    })))
                    .isInstanceOf(UniqueViolationException.class);

            assertThat(log.lines()).noneMatch(line -> line.contains("duplicate") || line.contains("23505"));
        }
    }

    @Test
    void aRowThatIsStillReferredTo() {
        User owner = new User("chonky");
        await(db.begin(session -> {
            session.addAll(owner, new Pet("phroge", owner));
            return session.flush();
        }));

        assertThatThrownBy(() -> await(db.begin(session -> session.delete(owner))))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThat(readElsewhere(User.class, 1)).isNotNull();
    }

    @Test
    void aMissingValue() {
        assertThatThrownBy(() ->
                        await(db.connect(connection -> connection.execute("insert into tag (label) values (null)"))))
                .isInstanceOf(NotNullViolationException.class);
    }

    @Test
    void aReferenceToAModelThatWasNotAddedIsNamedWithItsRemedy() {
        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.add(new Pet("phroge", new User("chonky")));
                    return session.flush();
                })))
                .isInstanceOf(StatementException.class)
                .hasMessage("'Pet.owner' refers to a User that was not added and has no row. Add it as well, as in "
                        + "addAll(user, pet), or set cascade = CascadeType.PERSIST on 'Pet.owner'.");
    }

    @Test
    void aReferenceThatIsChangedToAModelThatWasNotAddedIsNamedWithItsRemedy() {
        User owner = new User("chonky");
        Pet pet = new Pet("phroge", owner);
        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.addAll(owner, pet);
                    return session.flush().invoke(() -> pet.setOwner(new User("other")));
                })))
                .isInstanceOf(StatementException.class)
                .hasMessageContainingAll("'Pet.owner'", "addAll(user, pet)", "CascadeType.PERSIST");
    }

    @Test
    void anOptionalReferenceToAModelThatWasNotAddedIsNamedWithItsRemedy() {
        try (Database teams = Database.open(target.newDatabaseUrl(), Team.class, Player.class)) {
            await(teams.createAll());

            assertThatThrownBy(() -> await(teams.begin(session -> {
                        session.add(new Team().setRival(new Team()));
                        return session.flush();
                    })))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContainingAll("'Team.rival'", "addAll(", "CascadeType.PERSIST");
        }
    }

    @Test
    void rowsThatAreInsertedAtOnceNameTheReferenceToo() {
        Pet pet = new Pet("phroge", new User("chonky"));
        assertThatThrownBy(() -> await(db.begin(session -> session.insert(pet))))
                .isInstanceOf(StatementException.class)
                .hasMessageContainingAll("'Pet.owner'", "addAll(user, pet)", "CascadeType.PERSIST");
        assertThatThrownBy(() -> await(db.begin(session -> session.insertAll(List.of(pet)))))
                .isInstanceOf(StatementException.class)
                .hasMessageContainingAll("not added", "addAll(", "CascadeType.PERSIST");
    }

    @Test
    void aModelWhoseGeneratedKeyIsSetIsReferredToSaveAndInsert() {
        User versioned = Models.from(User.class, Map.of("id", 77, "name", "chonky"));
        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.add(versioned);
                    return session.flush();
                })))
                .isInstanceOf(NotManagedException.class)
                .hasMessageStartingWith("Cannot add the User: ")
                .hasMessageContainingAll("save()", "insert()", "find()");
        User owner = committedUser("chonky");
        Pet chosen = Models.from(Pet.class, Map.of("id", 77, "name", "phroge", "ownerId", owner.id()));
        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.add(chosen);
                    return session.flush();
                })))
                .isInstanceOf(NotManagedException.class)
                .hasMessageStartingWith("Cannot add the Pet: ")
                .hasMessageContainingAll("save()", "insert()", "find()")
                .hasMessageNotContaining("77");
    }

    @Test
    void aStatementThatMakesNoSense() {
        assertThatThrownBy(() -> await(db.connect(connection -> connection.select("select * from nowhere"))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void aRowThatWasChangedByAnother() {
        committedUser("chonky");

        assertThatThrownBy(() -> await(db.session(session -> session.get(User.class, 1)
                        .call(() -> session.rollback())
                        .chain(() -> session.get(User.class, 1))
                        .call(user -> session.commit()
                                .chain(() -> db.begin(
                                        other -> other.get(User.class, 1).invoke(theirs -> theirs.setName("first"))))
                                .invoke(() -> user.setName("second")))
                        .call(session::commit))))
                .isInstanceOf(StaleModelException.class);
        assertThat(readElsewhere(User.class, 1).name()).isEqualTo("first");
    }

    @Test
    void aRowThatWasChangedByAnotherInTheMiddleOfABatch() {
        List<User> users = Stream.of("a", "b", "c").map(this::committedUser).toList();

        assertThatThrownBy(() -> await(db.session(session -> session.all(select(User.class))
                        .call(session::commit)
                        .call(() -> db.begin(other ->
                                other.get(User.class, users.get(1).id()).invoke(theirs -> theirs.setName("first"))))
                        .invoke(mine -> mine.forEach(user -> user.setName("second")))
                        .call(session::commit))))
                .isInstanceOf(StaleModelException.class);
        List<User> rows = await(db.session(session -> session.all(select(User.class))));
        assertThat(rows).extracting(User::name).containsExactlyInAnyOrder("a", "first", "c");
    }

    @Test
    @Requires(Capability.SERVER)
    void aConnectionThatIsCutInATransactionIsLostAndTheNextOneWorks() {
        committedUser("chonky");
        AsyncSession session = db.session();
        try {
            await(session.find(User.class, 1));
            await(cutOtherConnections());

            assertThatThrownBy(() -> await(session.find(User.class, 2))).isInstanceOf(ConnectionLostException.class);

            await(session.rollback());
            assertThat(await(session.find(User.class, 1)).name()).isEqualTo("chonky");
        } finally {
            await(session.close());
        }
    }

    @Test
    @Requires(Capability.SERVER)
    void aConnectionThatIsCutWhileAStatementOfATransactionRunsIsLostAndTheNextOneWorks() {

        Uni<?> slow =
                db.connect(c -> c.begin().chain(() -> c.select(sleepLong())).chain(c::commit));
        CompletableFuture<?> running = slow.subscribeAsCompletionStage();
        Awaitility.await().atMost(Waiting.LIMIT).until(() -> isAsleep());
        await(cutOtherConnections());

        assertThatThrownBy(running::join).hasCauseInstanceOf(ConnectionLostException.class);
        assertThat(committedUser("chonky").id()).isEqualTo(1);
    }

    private boolean isAsleep() {
        List<?> asleep = await(db.connect(connection -> connection.select(asleep())));
        return !asleep.isEmpty();
    }

    /** A query that takes longer than any test. */
    private String sleepLong() {
        return target.kind() == DatabaseKind.POSTGRESQL ? "select 1 from pg_sleep(600)" : "select sleep(600)";
    }

    /** A query for the connections that {@link #sleepLong} runs on. */
    private String asleep() {
        return target.kind() == DatabaseKind.POSTGRESQL
                ? "select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'"
                : "select id from information_schema.processlist where db = database() and state = 'User sleep'";
    }

    /** A query for the connections to the test's database but the one it runs on, each by its id. */
    private String otherConnections() {
        return target.kind() == DatabaseKind.POSTGRESQL
                ? "select pid as id from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
                : "select id from information_schema.processlist where db = database() and id <> connection_id()";
    }

    /** A statement that ends a connection. */
    private String cut(long id) {
        return target.kind() == DatabaseKind.POSTGRESQL ? "select pg_terminate_backend(" + id + ")" : "kill " + id;
    }

    private Uni<?> cutOtherConnections() {
        return db.connect(connection -> connection
                .select(otherConnections())
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(
                                row -> connection.select(cut(((Number) row.get("id")).longValue())))
                        .collect()
                        .asList()));
    }
}
