package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** Comes out of an egg, which a hen laid: neither row can be the first. */
@Entity
public class Hen extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(nullable = false)
    private Egg egg;

    public Long id() {
        return id;
    }

    public Hen setEgg(Egg egg) {
        this.egg = egg;
        return this;
    }

    @Entity(name = "Egg")
    public static class Egg extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(nullable = false)
        private Hen hen;

        public Egg setHen(Hen hen) {
            this.hen = hen;
            return this;
        }
    }
}
