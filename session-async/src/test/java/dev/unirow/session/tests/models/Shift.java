package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Times wherever a model may have them, in columns of several digits. */
@Entity
public class Shift extends Model {
    /** A value that is never changed itself. */
    @Embeddable
    public record Span(
            LocalTime since, @Column(secondPrecision = 3) LocalTime until) {}

    /** A value that is. */
    @Embeddable
    public static class Break {
        @Column(name = "break_at", secondPrecision = 0)
        public LocalTime at;

        public Break() {}

        public Break(LocalTime at) {
            this.at = at;
        }
    }

    /** A time that the application has a class of its own for. */
    public record Alarm(LocalTime at) {}

    /** Stores it as one of Java's. */
    public static class AlarmConverter implements AttributeConverter<Alarm, LocalTime> {
        @Override
        public LocalTime convertToDatabaseColumn(Alarm alarm) {
            return alarm == null ? null : alarm.at();
        }

        @Override
        public Alarm convertToEntityAttribute(LocalTime time) {
            return time == null ? null : new Alarm(time);
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    public String name;
    public LocalTime usual;

    @Column(secondPrecision = 3)
    public LocalTime millis;

    @Column(secondPrecision = 0)
    public LocalTime seconds;

    @Column(columnDefinition = "time(2)")
    public LocalTime defined;

    public LocalDateTime dateTime;

    @Column(secondPrecision = 0)
    public LocalDateTime dateTimeSeconds;

    public Instant instant;

    @Column(secondPrecision = 3)
    public Instant instantMillis;

    @Convert(converter = AlarmConverter.class)
    public Alarm alarm;

    public Span span;
    public Break pause;

    /** What the callbacks below give it. */
    public LocalTime noted;

    @ElementCollection
    @OrderColumn(name = "place")
    public List<LocalTime> bells = new ArrayList<>();

    @ElementCollection
    public List<Span> spans = new ArrayList<>();

    @ElementCollection
    @MapKeyColumn(name = "at")
    public Map<LocalTime, LocalDateTime> notes = new HashMap<>();

    public Shift() {}

    public Shift(String name) {
        this.name = name;
    }

    @PrePersist
    @PreUpdate
    void note() {
        noted = LocalTime.MAX;
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    /** A model of one table without collections, whose rows can be inserted in one go. */
    @Entity(name = "Punch")
    public static class Punch extends Model {
        @Id
        public Long id;

        @Version
        private int version;

        public LocalTime usual;

        @Column(secondPrecision = 0)
        public LocalTime seconds;

        public Instant instant;
        public Span span;

        public Punch() {}

        public Punch(Long id) {
            this.id = id;
        }

        public LocalTime usual() {
            return usual;
        }

        public int version() {
            return version;
        }
    }

    /** A time as a part of a key. */
    @Entity(name = "Booking")
    public static class Booking extends Model {
        /** The parts. */
        @Embeddable
        public record Key(
                String room, @Column(secondPrecision = 3) LocalTime since) implements Serializable {}

        @EmbeddedId
        public Key key;

        public String guest;

        public Booking() {}

        public Booking(Key key) {
            this.key = key;
        }
    }

    /** A time as a part of a key that has no object of its own. */
    @Entity(name = "Seat")
    @IdClass(Seat.Key.class)
    public static class Seat extends Model {
        /** The parts. */
        public record Key(String room, LocalTime since) implements Serializable {}

        @Id
        public String room;

        @Id
        public LocalTime since;

        public Seat() {}

        public Seat(String room, LocalTime since) {
            this.room = room;
            this.since = since;
        }
    }
}
