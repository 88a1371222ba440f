package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;

/** Refers to one class by four attributes. */
@Entity
public class Voyage extends Model {
    public static final List<Class<?>> MODELS = List.of(Voyage.class, Port.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Port origin;

    @ManyToOne(fetch = FetchType.LAZY)
    private Port destination;

    @ManyToOne(fetch = FetchType.LAZY)
    private Port home;

    @ManyToOne(fetch = FetchType.LAZY)
    private Port refuge;

    protected Voyage() {}

    public Voyage(Port port) {
        origin = port;
        destination = port;
        home = port;
        refuge = port;
    }

    public Long id() {
        return id;
    }

    public Port origin() {
        return origin;
    }

    public Port destination() {
        return destination;
    }

    public Port home() {
        return home;
    }

    public Port refuge() {
        return refuge;
    }

    @Entity(name = "Port")
    public static class Port extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String name;

        protected Port() {}

        public Port(String name) {
            this.name = name;
        }

        public Long id() {
            return id;
        }

        public String name() {
            return name;
        }
    }
}
