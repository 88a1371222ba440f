package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;

/** A rule of each kind, none of which is checked before the database checks it. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"aisle", "place"}))
@Check(name = "ck_crate_weight", constraints = "weight > 0")
public class Crate extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private String aisle;

    private int place;

    private int weight = 1;

    @ManyToOne(fetch = FetchType.LAZY)
    private Room room;

    protected Crate() {}

    public Crate(String aisle, int place) {
        this.aisle = aisle;
        this.place = place;
    }

    public Long id() {
        return id;
    }

    public String aisle() {
        return aisle;
    }

    public int place() {
        return place;
    }

    public Crate setPlace(int place) {
        this.place = place;
        return this;
    }

    public int weight() {
        return weight;
    }

    public Crate setWeight(int weight) {
        this.weight = weight;
        return this;
    }

    public Room room() {
        return room;
    }

    public Crate setRoom(Room room) {
        this.room = room;
        return this;
    }

    /** Where crates stand. */
    @Entity(name = "Room")
    public static class Room extends Model {
        @Id
        private String name;

        protected Room() {}

        public Room(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }
    }

    /** From one room to another: two foreign keys to tell apart. */
    @Entity(name = "Door")
    public static class Door extends Model {
        @Id
        private String name;

        @ManyToOne(fetch = FetchType.LAZY)
        private Room inside;

        @ManyToOne(fetch = FetchType.LAZY)
        private Room outside;

        protected Door() {}

        public Door(String name, Room inside) {
            this.name = name;
            this.inside = inside;
        }

        public String name() {
            return name;
        }

        public Room inside() {
            return inside;
        }

        public Room outside() {
            return outside;
        }
    }
}
