package dev.unirow.session.tests;

import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.CheckViolationException;
import dev.unirow.session.exception.ConstraintViolatedException;
import dev.unirow.session.exception.ForeignKeyViolationException;
import dev.unirow.session.exception.NotNullViolationException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Crate;
import dev.unirow.session.tests.models.Crate.Room;
import dev.unirow.session.tests.models.Glossary;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which row was refused: the failure has the model and its key, wherever it stands in a batch. */
@EachDatabase
class RefusedRowsContract extends DatabaseContract {
    private AsyncSession session;

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Crate.class, Room.class, Tag.class, Glossary.class, User.class};
    }

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    private void committed(Object... models) {
        await(db.begin(other -> {
            other.addAll(models);
            return other.flush();
        }));
    }

    private <T extends ConstraintViolatedException> T failure(Class<T> type, Uni<?> work) {
        T failure = catchThrowableOfType(type, () -> await(work));
        assertThat(failure).as("the failure").isNotNull();
        return failure;
    }

    private static void assertRefused(ConstraintViolatedException failure, Object model, Object key) {
        assertThat(failure.written()).isSameAs(model);
        assertThat(failure.key()).isEqualTo(key);
    }

    @Test
    void aKeyThatIsThereAlready() {
        committed(new Tag("b", null));
        Tag refused = new Tag("b", null);

        session.addAll(new Tag("a", null), refused, new Tag("c", null));
        UniqueViolationException failure = failure(UniqueViolationException.class, session.flush());

        assertRefused(failure, refused, "b");
        assertThat(failure.model()).isEqualTo(Tag.class);
    }

    @Test
    void theOnlyOneOfItsKind() {
        committed(new Tag("b", null));
        Tag refused = new Tag("b", null);

        session.add(refused);

        assertRefused(failure(UniqueViolationException.class, session.flush()), refused, "b");
    }

    @Test
    void oneOfManyBatches() {
        committed(new Tag("107", null));
        Tag refused = new Tag("107", null);
        for (int i = 0; i < 160; i++) {
            session.add(i == 107 ? refused : new Tag(Integer.toString(i), null));
        }

        assertRefused(failure(UniqueViolationException.class, session.commit()), refused, "107");
    }

    @Test
    void aBatchThatIsSentBecauseAnotherStatementFollows() {
        committed(new Tag("a", null));
        Tag refused = new Tag("a", null);

        session.addAll(refused, new Tag("b", null), new Room("hall"));

        assertRefused(failure(UniqueViolationException.class, session.flush()), refused, "a");
    }

    @Test
    void aNewRowWhoseKeyIsGeneratedHasNone() {
        committed(new Crate("a", 1));
        Crate refused = new Crate("a", 1);

        session.addAll(new Crate("b", 1), refused, new Crate("c", 1));

        assertRefused(failure(UniqueViolationException.class, session.flush()), refused, null);
    }

    @Test
    void aMissingValue() {
        Crate refused = new Crate(null, 1);

        session.addAll(new Crate("b", 1), refused);

        assertRefused(failure(NotNullViolationException.class, session.flush()), refused, null);
    }

    @Test
    void aChangeOfOneOfThree() {
        committed(new Crate("a", 1), new Crate("a", 2), new Crate("a", 3), new Crate("a", 4));
        List<Crate> crates = await(session.all(select(Crate.class)));
        crates.get(0).setWeight(7);
        crates.get(1).setPlace(4);
        crates.get(2).setWeight(7);

        UniqueViolationException failure = failure(UniqueViolationException.class, session.flush());

        assertRefused(failure, crates.get(1), crates.get(1).id());
    }

    @Test
    void aChangeThatAnotherRuleRefuses() {
        committed(new Crate("a", 1), new Crate("a", 2));
        Crate crate = await(session.get(Crate.class, 2));
        crate.setWeight(-1);

        assertRefused(failure(CheckViolationException.class, session.commit()), crate, 2L);
    }

    @Test
    void aRowThatIsStillReferredTo() {
        Room hall = new Room("hall");
        committed(hall, new Room("attic"), new Crate("a", 1).setRoom(hall));
        Room found = await(session.get(Room.class, "hall"));
        await(session.delete(await(session.get(Room.class, "attic"))));
        await(session.delete(found));

        ForeignKeyViolationException failure = failure(ForeignKeyViolationException.class, session.flush());

        assertRefused(failure, found, "hall");
    }

    @Test
    void savesAndInserts() {
        committed(new Tag("a", null), new Crate("a", 1));
        Crate crate = new Crate("a", 1);
        Tag tag = new Tag("a", null);

        assertRefused(
                failure(
                        UniqueViolationException.class,
                        db.begin(other -> other.save(crate).chain(other::flush))),
                crate,
                null);
        assertRefused(
                failure(
                        UniqueViolationException.class,
                        db.begin(other ->
                                other.saveAll(List.of(new Crate("b", 1), crate)).chain(other::flush))),
                crate,
                null);
        assertRefused(failure(UniqueViolationException.class, db.begin(other -> other.insert(tag))), tag, "a");
        assertRefused(
                failure(
                        UniqueViolationException.class,
                        db.begin(other -> other.insertAll(List.of(new Tag("b", null), tag, new Tag("c", null))))),
                tag,
                "a");
    }

    @Test
    void manyInsertedRowsWhoseKeysTheDatabaseGives() {
        committed(new Crate("a", 1));
        Crate refused = new Crate("a", 1);

        UniqueViolationException failure = failure(
                UniqueViolationException.class,
                session.insertAll(List.of(new Crate("b", 1), refused, new Crate("c", 1))));

        assertRefused(failure, target.insertsNumberedRowsInTurn() ? refused : null, null);
    }

    @Test
    void theOwnerOfACollection() {
        committed(new Glossary("sea", Set.of("sail", "anchor")), new Glossary("land", Set.of("plough")));
        Glossary land = await(session.get(Glossary.class, "land"));
        await(session.fetch(land.words()));
        land.words().add("anchor");

        assertRefused(failure(UniqueViolationException.class, session.flush()), land, "land");
    }

    @Test
    void insideNestedWorkAndOnlyWhatFailsThere() {
        committed(new Tag("b", null), new Crate("a", 1), new Crate("a", 2));
        Tag refused = new Tag("b", null);
        session.add(new Tag("outer", null));

        UniqueViolationException inside = failure(UniqueViolationException.class, session.nested(nested -> {
            nested.addAll(new Tag("a", null), refused);
            return nested.flush();
        }));
        UniqueViolationException byStatement = failure(
                UniqueViolationException.class,
                session.nested(nested -> nested.execute(update(Crate.class)
                        .set(Crate::place, 1)
                        .where(text(Crate::aisle).eq("a")))));

        assertRefused(inside, refused, "b");
        assertRefused(byStatement, null, null);
        await(session.commit());
        assertThat(all(Tag.class)).extracting(Tag::label).containsExactlyInAnyOrder("b", "outer");
    }

    @Test
    void statementsOfManyRowsAndOfNoModelTellNone() {
        Room hall = new Room("hall");
        committed(hall, new Crate("a", 1).setRoom(hall));
        session.add(new Tag("before", null));
        await(session.flush());

        assertRefused(
                failure(
                        ForeignKeyViolationException.class,
                        session.execute(
                                delete(Room.class).where(text(Room::name).eq("hall")))),
                null,
                null);
        assertRefused(
                failure(
                        ForeignKeyViolationException.class,
                        db.connect(connection -> connection.execute("delete from room"))),
                null,
                null);
    }

    @Test
    void aStaleRowOfABatch() {
        committed(new User("a"), new User("b"), new User("c"));
        List<User> users = await(session.all(select(User.class)));
        await(session.commit());
        await(db.begin(other -> other.get(User.class, users.get(1).id()).invoke(theirs -> theirs.setName("theirs"))));
        users.forEach(user -> user.setName("mine"));

        StaleModelException failure = catchThrowableOfType(StaleModelException.class, () -> await(session.commit()));

        assertThat(failure.model()).isEqualTo(User.class);
        assertThat(failure.key()).isEqualTo(users.get(1).id());
    }

    @Test
    void aRollbackForgetsWhatWasRefused() {
        committed(new Tag("b", null));
        session.add(new Tag("b", null));
        failure(UniqueViolationException.class, session.flush());
        await(session.rollback());
        Tag again = new Tag("b", null);

        session.add(again);

        assertRefused(failure(UniqueViolationException.class, session.flush()), again, "b");
    }
}
