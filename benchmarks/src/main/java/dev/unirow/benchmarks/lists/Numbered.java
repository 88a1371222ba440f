package dev.unirow.benchmarks.lists;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row that is found by its number or its text. */
@Entity
class Numbered {
    @Id
    private long id;

    private String text = "";

    protected Numbered() {}

    Numbered(long id) {
        this.id = id;
        this.text = text(id);
    }

    static String text(long id) {
        return "text " + id;
    }

    long id() {
        return id;
    }

    String text() {
        return text;
    }
}
