package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;

/** An array as a collection of elements. */
@Entity
public class Palette extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ElementCollection
    @OrderColumn(name = "place")
    private String[] colours;

    protected Palette() {}

    public Palette(String... colours) {
        this.colours = colours;
    }

    public Long id() {
        return id;
    }

    public String[] colours() {
        return colours;
    }

    public Palette setColours(String... colours) {
        this.colours = colours;
        return this;
    }
}
