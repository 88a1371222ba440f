package dev.unirow.query.tests.models;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;

/** A key that is embedded. */
@Entity
public class Booking {
    @Embeddable
    public record Key(@Column(name = "seat_row") String row, Integer place) implements Serializable {}

    @EmbeddedId
    private Key id;

    protected Booking() {}

    public Booking(Key id) {
        this.id = id;
    }

    public Key id() {
        return id;
    }
}
