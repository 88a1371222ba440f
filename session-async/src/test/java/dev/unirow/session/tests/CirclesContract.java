package dev.unirow.session.tests;

import static dev.unirow.query.Queries.col;
import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Echo;
import dev.unirow.session.exception.CyclicReferenceException;
import dev.unirow.session.exception.ForeignKeyViolationException;
import dev.unirow.session.tests.models.Hen;
import dev.unirow.session.tests.models.Hen.Egg;
import dev.unirow.session.tests.models.Team;
import dev.unirow.session.tests.models.Team.Player;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New models that refer to each other in circles. */
@EachDatabase
class CirclesContract extends DatabaseContract {
    AsyncSession session;

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {User.class, Team.class, Player.class, Hen.class, Egg.class};
    }

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    @Test
    void aCircleThroughAReferenceThatMayBeNullIsInsertedWithNullAndUpdatedWhateverTheOrder() {
        Team first = new Team();
        Player captain = new Player(first);
        Team second = new Team();
        Player other = new Player(second);
        session.addAll(first.setCaptain(captain), captain, other, second.setCaptain(other));

        await(session.commit());

        assertThat(await(db.session(s -> s.get(Team.class, first.id())))
                        .captain()
                        .id())
                .isEqualTo(captain.id());
        assertThat(await(db.session(s -> s.get(Team.class, second.id())))
                        .captain()
                        .id())
                .isEqualTo(other.id());
    }

    @Test
    void aModelMayReferToItself() {
        Team team = new Team();
        session.add(team.setRival(team));

        await(session.commit());

        assertThat(await(db.session(s -> s.get(Team.class, team.id()))).rival().id())
                .isEqualTo(team.id());
    }

    @Test
    void aRingOfReferencesThatMayBeNullIsInserted() {
        Team a = new Team();
        Team b = new Team();
        Team c = new Team();
        session.addAll(a.setRival(b), b.setRival(c), c.setRival(a));

        await(session.commit());

        for (Team team : new Team[] {a, b, c}) {
            assertThat(await(db.session(s -> s.get(Team.class, team.id())))
                            .rival()
                            .id())
                    .isEqualTo(team.rival().id());
        }
    }

    @Test
    void aChainOfThousandsIsSentFromItsEndWithoutAnUpdate() {
        Team last = new Team();
        session.add(last);
        for (int i = 0; i < 3000; i++) {
            last = new Team().setRival(last);
            session.add(last);
        }
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);

            await(session.commit());

            assertThat(echo.lines()).noneMatch(line -> line.startsWith("update"));
        }
        assertThat(await(session.count(select(Team.class)))).isEqualTo(3001);
    }

    @Test
    void aCircleWithoutAReferenceThatMayBeNullIsRefusedBeforeAnythingIsSent() {
        User user = new User("chonky");
        Hen hen = new Hen();
        Egg egg = new Egg().setHen(hen);
        session.addAll(user, hen.setEgg(egg), egg);

        assertThatThrownBy(() -> await(session.commit()))
                .isInstanceOf(CyclicReferenceException.class)
                .hasMessage(
                        "Cannot insert Hen ('Hen.egg' → Egg, 'Egg.hen' → Hen): each needs the row of the next to be there "
                                + "first, and none of these references may be null. Make one of them nullable, or take one of the "
                                + "models out.");

        assertThat(await(session.inTransaction())).isFalse();
        await(session.detach(hen).chain(() -> session.detach(egg)).chain(session::commit));
        assertThat(user.id()).as("the others are pending still").isEqualTo(1);
    }

    @Test
    void aStatementThatDeletesRowsWhichReferToEachOtherDeletesThemOrSaysWhatToDo() {
        storeRivals();

        Uni<Integer> deletion = db.begin(own -> own.execute(delete(Team.class)));

        switch (target.kind()) {
            case SQLITE_FILE, SQLITE_MEMORY, POSTGRESQL ->
                assertThat(await(deletion)).isEqualTo(2);
            case MARIADB ->
                assertThatThrownBy(() -> await(deletion))
                        .isInstanceOf(ForeignKeyViolationException.class)
                        .hasMessageContaining("set the reference to null before")
                        .hasMessageContaining("execute(update(Team.class).set(\"rival\", null).where(…))");
        }
    }

    @Test
    void soDoesOneUnderACondition() {
        storeRivals();

        Uni<Integer> deletion = db.begin(own ->
                own.execute(delete(Team.class).where(col(Team::id).in(List.of(1L, 2L)))));

        switch (target.kind()) {
            case SQLITE_FILE, SQLITE_MEMORY, POSTGRESQL ->
                assertThat(await(deletion)).isEqualTo(2);
            case MARIADB ->
                assertThatThrownBy(() -> await(deletion))
                        .isInstanceOf(ForeignKeyViolationException.class)
                        .hasMessageContaining(".set(\"rival\", null).where(…))");
        }
    }

    @Test
    void aRowThatAnotherTableRefersToIsNoneOfThem() {
        Team team = new Team();
        session.addAll(team, new Player(team));
        await(session.commit());

        assertThatThrownBy(() -> await(db.begin(own -> own.execute(delete(Team.class)))))
                .isInstanceOf(ForeignKeyViolationException.class)
                .hasMessageStartingWith("A referred row is missing, or the row is still referred to");
    }

    @Test
    void rowsThatReferToEachOtherNoLongerAreDeletedByOneStatement() {
        storeRivals();

        int deleted = await(db.begin(own ->
                own.execute(update(Team.class).set("rival", null)).chain(() -> own.execute(delete(Team.class)))));

        assertThat(deleted).isEqualTo(2);
    }

    private void storeRivals() {
        Team first = new Team();
        Team second = new Team().setRival(first);
        session.addAll(first, second);
        await(session.flush());
        first.setRival(second);
        await(session.commit());
    }
}
