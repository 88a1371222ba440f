package dev.unirow.session.tests;

import static dev.unirow.query.Queries.delete;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.exception.ForeignKeyViolationException;
import dev.unirow.session.tests.models.Lodge;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

/** Rows that refer to each other, of a class that is mapped by its getters. */
@EachDatabase
class GetterCirclesContract extends DatabaseContract {
    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Lodge.class};
    }

    @Test
    void aStatementThatDeletesThemDoesOrSaysWhatToDo() {
        Lodge first = new Lodge();
        Lodge second = new Lodge();
        second.setRival(first);
        await(db.begin(session -> {
            session.addAll(first, second);
            return session.flush().invoke(() -> first.setRival(second));
        }));

        Uni<Integer> deletion = db.begin(session -> session.execute(delete(Lodge.class)));

        switch (target.kind()) {
            case SQLITE_FILE, SQLITE_MEMORY, POSTGRESQL ->
                assertThat(await(deletion)).isEqualTo(2);
            case MARIADB ->
                assertThatThrownBy(() -> await(deletion))
                        .isInstanceOf(ForeignKeyViolationException.class)
                        .hasMessageContaining(
                                "execute(update(Lodge.class).set(\"parent\", null).set(\"rival\", null).where(…))");
        }
    }
}
