package dev.unirow.session.tests.types;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;

/** Rows whose changes are counted or timed. */
public final class Versions {
    private Versions() {}

    @Entity
    @Table(name = "typed_version_int")
    public static class OfInt extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public Long id;

        @Version
        public int version;

        public String text;
    }

    @Entity
    @Table(name = "typed_version_long")
    public static class OfLong extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public Long id;

        @Version
        public long version;

        public String text;
    }

    @Entity
    @Table(name = "typed_version_short")
    public static class OfShort extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public Long id;

        @Version
        public short version;

        public String text;
    }

    @Entity
    @Table(name = "typed_version_box")
    public static class OfBox extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public Long id;

        @Version
        public Integer version;

        public String text;
    }

    @Entity
    @Table(name = "typed_version_moment")
    public static class OfMoment extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public Long id;

        @Version
        public Instant version;

        public String text;
    }

    @Entity
    @Table(name = "typed_version_datetime")
    public static class OfDateTime extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public Long id;

        @Version
        public LocalDateTime version;

        public String text;
    }
}
