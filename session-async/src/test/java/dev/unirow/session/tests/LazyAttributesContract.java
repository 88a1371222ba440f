package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.tests.existing.Note;
import dev.unirow.testing.EachDatabase;
import java.util.List;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Attributes that enhanced classes load when they are asked for: what is assigned to them is written, loaded or not.
 */
@EachDatabase
class LazyAttributesContract extends DatabaseContract {
    private AsyncSession session;

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Note.enhanced()};
    }

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    /** Notes of the session, whose bodies are not loaded. */
    private List<? extends Note> readNotes(int count) {
        await(db.begin(other -> {
            for (int i = 1; i <= count; i++) {
                other.add(Note.of("title " + i, "body " + i));
            }
            return other.flush();
        }));
        List<? extends Note> notes = await(session.all(select(Note.enhanced())));
        assertThat(notes).hasSize(count).noneMatch(note -> Hibernate.isPropertyInitialized(note, "body"));
        return notes.stream()
                .sorted((one, other) -> Long.compare(one.getId(), other.getId()))
                .toList();
    }

    private List<String> stored() {
        return rows("select title, body, version from note order by id").stream()
                .map(row -> row.get("title") + ", " + row.get("body") + ", " + row.get("version"))
                .toList();
    }

    @Test
    void whatIsAssignedToAnUnloadedOneIsWritten() {
        Note note = readNotes(1).get(0);

        note.setBody("new");
        await(session.commit());
        assertThat(stored()).containsExactly("title 1, new, 1");
        note.setBody(null);
        await(session.commit());
        assertThat(stored()).containsExactly("title 1, null, 2");
        note.setTitle("later");
        await(session.commit());
        assertThat(stored()).containsExactly("later, null, 3");
    }

    @Test
    void anUnloadedOneStaysAsItIsInTheRow() {
        Note note = readNotes(1).get(0);

        note.setTitle("new");
        await(session.commit());

        assertThat(stored()).containsExactly("new, body 1, 1");
        assertThat(Hibernate.isPropertyInitialized(note, "body")).isFalse();
    }

    @Test
    void oneFlushWritesModelsOfWhichDifferentAttributesAreLoaded() {
        List<? extends Note> notes = readNotes(6);

        notes.get(0).setBody("new 1");
        notes.get(1).setTitle("new 2");
        notes.get(2).setTitle("new 3");
        notes.get(2).setBody("new 3");
        notes.get(3).setBody("new 4");
        notes.get(5).setTitle("new 6");
        await(session.flush());
        notes.get(0).setTitle("again 1");
        notes.get(1).setBody("again 2");
        session.add(Note.of("title 7", "body 7"));
        await(session.commit());

        assertThat(stored())
                .containsExactly(
                        "again 1, new 1, 2",
                        "new 2, again 2, 2",
                        "new 3, new 3, 1",
                        "title 4, new 4, 1",
                        "title 5, body 5, 0",
                        "new 6, body 6, 1",
                        "title 7, body 7, 0");
    }

    @Test
    void aRowThatWasChangedMeanwhileIsToldAmongOthers() {
        List<? extends Note> notes = readNotes(4);
        await(session.commit());
        await(db.connect(connection -> connection.execute("update note set version = 7 where id = 3")));

        notes.get(0).setTitle("new");
        notes.get(1).setBody("new");
        notes.get(2).setBody("new");
        notes.get(3).setTitle("new");
        assertThatThrownBy(() -> await(session.commit()))
                .isInstanceOfSatisfying(
                        StaleModelException.class,
                        failure -> assertThat(failure.key()).isEqualTo(3L));
        await(session.rollback());

        assertThat(stored()).startsWith("title 1, body 1, 0", "title 2, body 2, 0", "title 3, body 3, 7");
    }

    @Test
    void whatWasAssignedIsTakenBackWithTheTransaction() {
        Note note = readNotes(1).get(0);
        note.setBody("new");
        await(session.flush());
        await(session.rollback());

        Note again = await(session.get(Note.enhanced(), note.getId()));
        again.setTitle("later");
        await(session.commit());

        assertThat(stored()).containsExactly("later, body 1, 1");
    }
}
