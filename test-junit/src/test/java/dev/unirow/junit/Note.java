package dev.unirow.junit;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Something written down, under a name. */
@Entity
public class Note extends Model {
    @Id
    private String name;

    private String text;

    protected Note() {}

    public Note(String name, String text) {
        this.name = name;
        this.text = text;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }
}
