package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.model.OnUpdate;
import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.Table;
import dev.unirow.session.exception.CheckViolationException;
import dev.unirow.session.exception.NotNullViolationException;
import dev.unirow.session.tests.models.Ticket;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * A model is judged when it is added and when it is written, by what holds for its occasion, and its table judges once
 * more.
 */
@EachDatabase
class ConstraintsContract extends DatabaseContract {
    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Ticket.class, User.class};
    }

    private Ticket stored() {
        Ticket ticket = new Ticket("stored");
        await(db.begin(session -> {
            session.add(ticket);
            return session.flush();
        }));
        return ticket;
    }

    @Test
    void addingJudgesByWhatHoldsForNewModels() {
        assertThatThrownBy(() -> await(db.session(session -> {
                    session.add(new Ticket(" ").setPriority(1).setAnswer("x"));
                    return Uni.createFrom().voidItem();
                })))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("Ticket is not valid: 'answer' must be null;"
                        + " 'paidIfUrgent' must not be urgent without a cost; 'title' must not be blank (3 problems).");
    }

    @Test
    void insertingJudgesAgain() {
        assertThatThrownBy(() -> await(db.begin(session -> {
                    Ticket ticket = new Ticket("fine");
                    session.add(ticket);
                    ticket.setPriority(9).setAnswer("x");
                    return session.flush();
                })))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("Ticket is not valid: 'answer' must be null;"
                        + " 'priority' must be less than or equal to 5 (2 problems).");
    }

    @Test
    void updatingJudgesByWhatHoldsForRows() {
        Ticket ticket = stored();
        assertThatThrownBy(() -> await(db.begin(
                        session -> session.get(Ticket.class, ticket.id()).invoke(found -> found.setTitle("changed")))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("Ticket is not valid: 'answer' must not be null (1 problem).");
        assertThat(readElsewhere(Ticket.class, ticket.id()).title()).isEqualTo("stored");

        await(db.begin(session -> session.get(Ticket.class, ticket.id())
                .invoke(found -> found.setTitle("changed").setAnswer("yes"))));
        assertThat(readElsewhere(Ticket.class, ticket.id()).title()).isEqualTo("changed");
    }

    @Test
    void anInsertAtOnceIsJudgedToo() {
        assertThatThrownBy(() -> await(db.begin(session -> session.insert(new Ticket("x").setAnswer("y")))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'answer' must be null");
    }

    @Test
    void theProblemsOfAFlushSpeakTheReadersLanguage() {
        InvalidModelException thrown = catchThrowableOfType(
                InvalidModelException.class,
                () -> await(db.begin(session -> {
                    Ticket ticket = new Ticket("fine");
                    session.add(ticket);
                    ticket.setTitle(" ");
                    return session.flush();
                })));
        assertThat(thrown.in(Locale.GERMAN))
                .hasMessage("Ticket is not valid: 'title' darf nicht leer sein (1 problem).");
    }

    @Test
    void whatStandsInForAModelIsJudgedByItsValues() {
        User user = committedUser("chonky");
        Ticket ticket = await(db.session(session -> session.get(User.class, user.id())
                .map(found -> new Ticket("t").setReporter(found))
                .invoke(session::add)
                .call(session::commit)));
        await(db.session(session -> session.get(Ticket.class, ticket.id()).invoke(found -> {
            // not loaded: nothing to judge
            Models.validate(found);
        })));
        Ticket loaded = await(db.session(
                session -> session.get(Ticket.class, ticket.id()).call(found -> session.fetch(found.reporter()))));
        Models.validate(loaded);
        Models.validate(loaded.reporter());
        loaded.reporter().setName(" ");
        assertThatThrownBy(() -> Models.validate(loaded))
                .hasMessage("Ticket is not valid: 'reporter.name' must not be blank (1 problem).");
        assertThatThrownBy(() -> Models.validate(loaded, OnUpdate.class))
                .hasMessageContaining("'answer' must not be null");
    }

    @Test
    void constraintsReachTheTableUnderTheirNames() {
        Table table = await(db.reflect()).table("ticket").orElseThrow();

        assertThat(table.checks()).extracting(Check::name).contains("ck_ticket_priority");
        assertThat(table.column("title").orElseThrow().nullable()).isFalse();
        assertThat(table.column("title").map(Column::type).orElseThrow()).contains("(20)");
        assertThat(table.column("cost").map(Column::type).orElseThrow()).containsPattern("\\(\\d+, ?2\\)");
        assertThat(table.column("answer").orElseThrow().nullable()).isTrue();
    }

    @Test
    void theTableRefusesWhatNoModelWould() {
        CheckViolationException priority = catchThrowableOfType(
                CheckViolationException.class,
                () -> await(db.connect(
                        connection -> connection.execute("insert into ticket (title, priority) values ('x', 9)"))));
        assertThat(priority.constraint()).isEqualTo("ck_ticket_priority");
        assertThatThrownBy(() -> await(db.connect(
                        connection -> connection.execute("insert into ticket (title, priority) values (null, 3)"))))
                .isInstanceOf(NotNullViolationException.class);
    }
}
