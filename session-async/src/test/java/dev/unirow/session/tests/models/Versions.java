package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;

/** A model for each type that a version may have. */
public final class Versions {
    private Versions() {}

    @MappedSuperclass
    public abstract static class Versioned extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String name = "first";

        public Long id() {
            return id;
        }

        public String name() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public abstract Object version();
    }

    @Entity(name = "ByInt")
    public static class ByInt extends Versioned {
        @Version
        private int version;

        @Override
        public Object version() {
            return version;
        }
    }

    @Entity(name = "ByInteger")
    public static class ByInteger extends Versioned {
        @Version
        private Integer version;

        @Override
        public Object version() {
            return version;
        }
    }

    @Entity(name = "ByLong")
    public static class ByLong extends Versioned {
        @Version
        private Long version;

        @Override
        public Object version() {
            return version;
        }
    }

    @Entity(name = "ByShort")
    public static class ByShort extends Versioned {
        @Version
        private Short version;

        @Override
        public Object version() {
            return version;
        }
    }

    @Entity(name = "ByInstant")
    public static class ByInstant extends Versioned {
        @Version
        private Instant version;

        @Override
        public Object version() {
            return version;
        }
    }

    @Entity(name = "ByLocalDateTime")
    public static class ByLocalDateTime extends Versioned {
        @Version
        private LocalDateTime version;

        @Override
        public Object version() {
            return version;
        }
    }
}
