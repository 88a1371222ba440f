package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Refers to rows that have nothing but defaults, to rows that have nothing but a key, and is referred to by rows that
 * are nothing but their keys.
 */
@Entity
public class Resident extends Model {
    public static final List<Class<?>> MODELS = List.of(Resident.class, Settings.class, Town.class, Lease.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    private Settings settings;

    @ManyToOne(fetch = FetchType.LAZY)
    private Town town;

    @OneToMany(mappedBy = "resident")
    private List<Lease> leases = new ArrayList<>();

    protected Resident() {}

    public Resident(String name, Settings settings, Town town) {
        this.name = name;
        this.settings = settings;
        this.town = town;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Settings settings() {
        return settings;
    }

    public Town town() {
        return town;
    }

    public List<Lease> leases() {
        return leases;
    }

    @Entity(name = "Settings")
    public static class Settings extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String language = "en";

        protected Settings() {}

        public Settings(String language) {
            this.language = language;
        }

        public Long id() {
            return id;
        }

        public String language() {
            return language;
        }
    }

    @Entity(name = "Town")
    public static class Town extends Model {
        @Id
        private String name;

        protected Town() {}

        public Town(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }
    }

    public static class LeaseKey implements Serializable {
        private Long resident;
        private String town;

        public LeaseKey() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof LeaseKey key && key.resident.equals(resident) && key.town.equals(town);
        }

        @Override
        public int hashCode() {
            return resident.hashCode();
        }
    }

    @Entity(name = "Lease")
    @IdClass(LeaseKey.class)
    public static class Lease extends Model {
        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        private Resident resident;

        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        private Town town;

        protected Lease() {}

        public Lease(Resident resident, Town town) {
            this.resident = resident;
            this.town = town;
        }

        public Resident resident() {
            return resident;
        }

        public Town town() {
            return town;
        }
    }
}
