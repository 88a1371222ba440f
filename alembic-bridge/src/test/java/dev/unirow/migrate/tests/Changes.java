package dev.unirow.migrate.tests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Models before and after a change that not every kind of database sees. */
@SuppressWarnings("unused") // the attributes are columns
final class Changes {
    /**
     * One change.
     *
     * @param about the column or the table that it is about, as operations name it
     */
    record Change(String about, List<Class<?>> before, List<Class<?>> after) {
        @Override
        public String toString() {
            return about;
        }
    }

    /** SQLite sees none of them, MariaDB all but the moment. */
    static final List<Change> UNSEEN = List.of(
            new Change("counter.n", List.of(IntCounter.class), List.of(LongCounter.class)),
            new Change(
                    "thing.owner_id",
                    List.of(IntOwner.class, IntThing.class),
                    List.of(LongOwner.class, LongThing.class)),
            new Change("gauge.level", List.of(FloatGauge.class), List.of(DoubleGauge.class)),
            new Change("small.n", List.of(ShortSmall.class), List.of(IntSmall.class)),
            new Change("noted.text", List.of(OldNoted.class), List.of(NewNoted.class)),
            new Change("moment.at", List.of(LocalMoment.class), List.of(InstantMoment.class)));

    /** Each kind of database sees some of them. */
    static final Change SIZES = new Change("price.amount", List.of(OldPrice.class), List.of(NewPrice.class));

    private Changes() {}

    /** Something of most types, with conditions and defaults, whose texts databases write in their own way. */
    @Entity
    @Table(
            name = "wide",
            indexes = {@Index(columnList = "label, amount desc"), @Index(columnList = "uid", unique = true)})
    static class Wide {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Long id;

        @Min(0) @Max(150) private int age;

        @Column(precision = 10, scale = 2)
        private @Nullable BigDecimal amount;

        @Size(min = 2, max = 50) @Column(unique = true)
        private @Nullable String label;

        @ColumnDefault("'none'")
        @Column(nullable = false)
        private @Nullable String note;

        @ColumnDefault("1")
        private @Nullable Integer count;

        @Enumerated(EnumType.STRING)
        private @Nullable Mood mood;

        @Enumerated(EnumType.ORDINAL)
        private @Nullable Mood ordinal;

        private boolean active;
        private @Nullable UUID uid;
        private byte @Nullable [] bytes;
        private @Nullable LocalDate date;
        private @Nullable LocalTime time;
        private @Nullable LocalDateTime dateTime;
        private @Nullable Instant instant;
        private @Nullable Duration duration;
        private double ratio;
        private float level;
        private short few;

        @Comment("more words")
        @Column(length = 100_000)
        private @Nullable String text;

        @JdbcTypeCode(SqlTypes.JSON)
        private @Nullable Map<String, String> json;

        @ManyToOne(fetch = FetchType.LAZY)
        private @Nullable Wide parent;
    }

    @Entity
    @Table(name = "counter")
    static class IntCounter {
        @Id
        private @Nullable Long id;

        private int n;
    }

    @Entity
    @Table(name = "counter")
    static class LongCounter {
        @Id
        private @Nullable Long id;

        private long n;
    }

    @Entity
    @Table(name = "owner")
    static class IntOwner {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Integer id;
    }

    @Entity
    @Table(name = "thing")
    static class IntThing {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private @Nullable IntOwner owner;
    }

    @Entity
    @Table(name = "owner")
    static class LongOwner {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Long id;
    }

    @Entity
    @Table(name = "thing")
    static class LongThing {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private @Nullable LongOwner owner;
    }

    @Entity
    @Table(name = "gauge")
    static class FloatGauge {
        @Id
        private @Nullable Long id;

        private float level;
    }

    @Entity
    @Table(name = "gauge")
    static class DoubleGauge {
        @Id
        private @Nullable Long id;

        private double level;
    }

    @Entity
    @Table(name = "small")
    static class ShortSmall {
        @Id
        private @Nullable Long id;

        private short n;
    }

    @Entity
    @Table(name = "small")
    static class IntSmall {
        @Id
        private @Nullable Long id;

        private int n;
    }

    @Entity
    @Table(name = "noted")
    @Comment("what it was")
    static class OldNoted {
        @Id
        private @Nullable Long id;

        @Comment("old words")
        private @Nullable String text;
    }

    @Entity
    @Table(name = "noted")
    @Comment("what it is")
    static class NewNoted {
        @Id
        private @Nullable Long id;

        @Comment("new words")
        private @Nullable String text;
    }

    @Entity
    @Table(name = "moment")
    static class LocalMoment {
        @Id
        private @Nullable Long id;

        private @Nullable LocalDateTime at;
    }

    @Entity
    @Table(name = "moment")
    static class InstantMoment {
        @Id
        private @Nullable Long id;

        private @Nullable Instant at;
    }

    enum Mood {
        GLAD,
        SAD
    }

    @Entity
    @Table(name = "price")
    static class OldPrice {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(name = "price_seq", sequenceName = "price_seq", allocationSize = 10, options = "cache 5")
        private @Nullable Long id;

        @Column(precision = 10, scale = 2)
        private @Nullable BigDecimal amount;

        @Column(length = 50)
        private @Nullable String label;

        @Enumerated(EnumType.STRING)
        @Column(length = 10)
        private @Nullable Mood mood;
    }

    @Entity
    @Table(name = "price")
    static class NewPrice {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(name = "price_seq", sequenceName = "price_seq", allocationSize = 20, options = "cache 7")
        private @Nullable Long id;

        @Column(precision = 12, scale = 2)
        private @Nullable BigDecimal amount;

        @Column(length = 80)
        private @Nullable String label;

        @Enumerated(EnumType.STRING)
        @Column(length = 20)
        private @Nullable Mood mood;
    }
}
