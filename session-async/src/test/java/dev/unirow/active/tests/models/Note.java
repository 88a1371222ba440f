package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Something to be done. */
@Entity
@Table(name = "notes")
public class Note extends ActiveRecord {
    public static final QuerySet<Note> objects = QuerySet.of(Note.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank @Size(max = 100) private String text;

    private boolean completed;

    protected Note() {}

    public Note(String text) {
        this.text = text;
    }

    public Long id() {
        return id;
    }

    public String text() {
        return text;
    }

    public boolean completed() {
        return completed;
    }
}
