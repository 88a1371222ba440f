package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.exception.StatementException;
import dev.unirow.session.tests.models.Shift.Punch;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import org.junit.jupiter.api.Test;

@OnDatabase(DatabaseKind.POSTGRESQL)
class PostgresTimesTest extends DatabaseContract {
    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Punch.class};
    }

    @Test
    void aTimeThatIsNoneOfJavaIsToldWithWhatToDo() {
        await(db.begin(session -> session.insert(new Punch(1L))));
        await(db.connect(connection -> connection.execute("update punch set usual = '24:00'")));

        assertThatThrownBy(() -> readElsewhere(Punch.class, 1L))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "The rows cannot be read: one of them holds the time 24:00:00, which no LocalTime is. Set it to the "
                                + "last time of a day, as in: update … set … = '23:59:59' where … = '24:00'. A revision that "
                                + "widens a column of whole seconds does so too.");
    }
}
