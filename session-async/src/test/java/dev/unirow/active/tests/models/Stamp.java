package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Mapped by its fields, with setters that nobody may call. */
@Entity
public class Stamp extends ActiveRecord {
    public static final QuerySet<Stamp> objects = QuerySet.of(Stamp.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String text;

    protected Stamp() {}

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        throw new IllegalStateException("setId was called");
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        throw new IllegalStateException("setText was called");
    }
}
