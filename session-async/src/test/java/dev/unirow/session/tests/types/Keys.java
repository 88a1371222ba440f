package dev.unirow.session.tests.types;

import dev.unirow.model.Model;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** Rows that are known by a value of each type. */
public final class Keys {
    private Keys() {}

    @Entity
    @Table(name = "typed_key_text")
    public static class OfText extends Model {
        @Id
        public String id;

        public String text;
    }

    @Entity
    @Table(name = "typed_key_int")
    public static class OfInt extends Model {
        @Id
        public Integer id;

        public String text;
    }

    @Entity
    @Table(name = "typed_key_long")
    public static class OfLong extends Model {
        @Id
        public Long id;

        public String text;
    }

    @Entity
    @Table(name = "typed_key_short")
    public static class OfShort extends Model {
        @Id
        public Short id;

        public String text;
    }

    @Entity
    @Table(name = "typed_key_uuid")
    public static class OfUuid extends Model {
        @Id
        public UUID id;

        public String text;
    }

    @Entity
    @Table(name = "typed_key_date")
    public static class OfDate extends Model {
        @Id
        public LocalDate id;

        public String text;
    }

    @Entity
    @Table(name = "typed_key_datetime")
    public static class OfDateTime extends Model {
        @Id
        public LocalDateTime id;

        public String text;
    }

    @Entity
    @Table(name = "typed_key_moment")
    public static class OfMoment extends Model {
        @Id
        public Instant id;

        public String text;
    }

    @Entity
    @Table(name = "typed_key_decimal")
    public static class OfDecimal extends Model {
        @Id
        public BigDecimal id;

        public String text;
    }

    @Entity
    @Table(name = "typed_key_endless")
    public static class OfEndless extends Model {
        @Id
        public BigInteger id;

        public String text;
    }

    @Entity
    @Table(name = "typed_key_enum")
    public static class OfEnum extends Model {
        @Id
        public Size id;

        public String text;
    }

    @Embeddable
    public record Pair(String name, LocalDate day) {}

    @Entity
    @Table(name = "typed_key_pair")
    public static class OfPair extends Model {
        @EmbeddedId
        public Pair id;

        public String text;
    }
}
