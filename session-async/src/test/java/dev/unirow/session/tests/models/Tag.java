package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A key that the program gives. */
@Entity
public class Tag extends Model {
    @Id
    private String label;

    private String text;

    protected Tag() {}

    public Tag(String label, String text) {
        this.label = label;
        this.text = text;
    }

    public String label() {
        return label;
    }

    public String text() {
        return text;
    }
}
