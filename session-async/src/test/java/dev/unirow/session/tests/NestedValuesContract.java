package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.tests.existing.Note;
import dev.unirow.session.tests.models.Palette;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What failed nested() brings back where Hibernate keeps it apart: arrays, and attributes of enhanced classes. */
@EachDatabase
class NestedValuesContract extends DatabaseContract {
    private AsyncSession session;

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Palette.class, Note.enhanced()};
    }

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    private void takenBack(boolean flushed, Runnable change) {
        assertThatThrownBy(() -> await(session.nested(inner -> {
                    change.run();
                    return (flushed ? inner.flush() : Uni.createFrom().voidItem())
                            .chain(() -> Uni.createFrom().failure(new IllegalStateException("no")));
                })))
                .hasMessage("no");
    }

    private Palette palette() {
        Palette palette = new Palette("red", "green");
        session.add(palette);
        await(session.commit());
        return palette;
    }

    private String[] storedColours() {
        return readElsewhere(Palette.class, 1L).colours();
    }

    @Test
    void anArrayThatWasChangedInsideHasItsEarlierElements() {
        Palette palette = palette();
        String[] colours = palette.colours();

        takenBack(true, () -> colours[0] = "blue");

        assertThat(palette.colours()).isSameAs(colours).containsExactly("red", "green");
        await(session.commit());
        assertThat(storedColours()).containsExactly("red", "green");
    }

    @Test
    void anArrayThatWasChangedInsideAndNotFlushedHasThemToo() {
        Palette palette = palette();

        takenBack(false, () -> palette.colours()[0] = "blue");

        assertThat(palette.colours()).containsExactly("red", "green");
        await(session.commit());
        assertThat(storedColours()).containsExactly("red", "green");
    }

    @Test
    void anArrayThatWasReplacedInsideIsThereAgainAndGoesOn() {
        Palette palette = palette();
        String[] colours = palette.colours();

        takenBack(true, () -> palette.setColours("white"));

        assertThat(palette.colours()).isSameAs(colours).containsExactly("red", "green");
        colours[1] = "black";
        await(session.commit());
        assertThat(storedColours()).containsExactly("red", "black");
    }

    @Test
    void anArrayOfAModelThatWasReadBeforeIsBroughtBack() {
        palette();
        await(session.rollback());
        Palette palette = await(session.get(Palette.class, 1L));

        takenBack(true, () -> palette.setColours("white", "grey", "black"));

        assertThat(palette.colours()).containsExactly("red", "green");
        await(session.commit());
        assertThat(storedColours()).containsExactly("red", "green");
    }

    // ---- enhanced classes

    private Note note() {
        Note note = Note.of("title", "body");
        session.add(note);
        await(session.commit());
        return note;
    }

    private Note readNote() {
        note();
        await(session.rollback());
        Note note = await(session.get(Note.enhanced(), 1L));
        assertThat(Hibernate.isPropertyInitialized(note, "body")).isFalse();
        return note;
    }

    private void assertStored(String title, String body, int version) {
        assertThat(rows("select title, body, version from note").get(0).values().stream()
                        .map(String::valueOf))
                .containsExactly(title, body, String.valueOf(version));
    }

    private void takenBackAndSentLater(Note note, boolean flushed, Consumer<Note> change) {
        takenBack(flushed, () -> change.accept(note));

        assertThat(note.getTitle()).isEqualTo("title");
        assertThat(note.getVersion()).isZero();
        await(session.commit());
        assertStored("title", "body", 0);

        note.setTitle("later");
        await(session.commit());
        assertStored("later", "body", 1);
    }

    @Test
    void anAttributeThatWasChangedInsideHasItsEarlierValueAndIsTracked() {
        takenBackAndSentLater(note(), true, note -> note.setTitle("inside"));
    }

    @Test
    void aChangeInsideThatWasNotFlushedIsNotSentLater() {
        takenBackAndSentLater(note(), false, note -> note.setTitle("inside"));
    }

    @Test
    void aLazyAttributeThatWasLoadedAndChangedInsideHasItsEarlierValue() {
        Note note = note();

        takenBackAndSentLater(note, true, changed -> changed.setBody("inside"));

        assertThat(note.getBody()).isEqualTo("body");
    }

    @Test
    void aLazyAttributeThatWasAssignedInsideIsUnloadedAgain() {
        Note note = readNote();

        takenBackAndSentLater(note, false, changed -> changed.setBody("inside"));

        assertThat(Hibernate.isPropertyInitialized(note, "body")).isFalse();
    }
}
