package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Keys that the program gives: of a model, of one of several parts, and of those that a cascade reaches. */
@Entity
public class Rack extends Model {
    @Id
    private String label;

    @OneToMany(mappedBy = "rack", cascade = CascadeType.PERSIST)
    private List<Slot> slots = new ArrayList<>();

    protected Rack() {}

    public Rack(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public List<Slot> slots() {
        return slots;
    }

    /** The two parts of a slot's key. */
    public record Place(String shelf, int number) implements Serializable {}

    /** A place in a rack. */
    @Entity(name = "Slot")
    @IdClass(Place.class)
    public static class Slot extends Model {
        @Id
        private String shelf;

        @Id
        private int number;

        @ManyToOne(fetch = FetchType.LAZY)
        private Rack rack;

        protected Slot() {}

        public Slot(String shelf, int number, Rack rack) {
            this.shelf = shelf;
            this.number = number;
            this.rack = rack;
        }

        public String shelf() {
            return shelf;
        }

        public int number() {
            return number;
        }

        public Slot setNumber(int number) {
            this.number = number;
            return this;
        }

        public Rack rack() {
            return rack;
        }
    }
}
