package dev.unirow.junit;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import org.junit.jupiter.api.Test;

// region example
@UnirowTest(models = Note.class, data = Notes.class)
class NotesExampleTest {
    private final Database db;

    NotesExampleTest(Database db) {
        this.db = db;
    }

    @Test
    @ExpectStatements(2)
    void aNoteIsKept(AsyncSession session) {
        session.add(new Note("bread", "one"));
        await(session.commit());

        long notes = await(db.read(s -> s.count(select(Note.class))));
        assertThat(notes).isEqualTo(3);
    }

    @Test
    void theNextTestDoesNotFindIt() {
        long notes = await(db.read(s -> s.count(select(Note.class))));
        assertThat(notes).isEqualTo(2);
    }
}
// endregion
