package dev.unirow.tutorial.ch07_active;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Something to be done. */
@Entity
public class Note extends ActiveRecord {
    // region objects
    public static final QuerySet<Note> objects = QuerySet.of(Note.class);
    // endregion

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotBlank @Size(max = 100) private String text = "";

    private boolean done;

    protected Note() {}

    public Note(String text) {
        this.text = text;
    }

    /** Null until the note is inserted. */
    public @Nullable Long id() {
        return id;
    }

    public String text() {
        return text;
    }

    public boolean done() {
        return done;
    }

    public Note setDone(boolean done) {
        this.done = done;
        return this;
    }
}
