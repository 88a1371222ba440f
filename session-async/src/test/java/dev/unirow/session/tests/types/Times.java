package dev.unirow.session.tests.types;

import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;

/** Times without a zone, moments, and parts of either. */
@Entity
@Table(name = "typed_times")
public class Times extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public LocalDate date;

    public LocalTime time;

    @Column(secondPrecision = 3)
    public LocalTime millis;

    public LocalDateTime dateTime;

    public Instant instant;

    @Column(secondPrecision = 0)
    public Instant seconds;

    public Duration duration;

    public Year year;

    public Month month;

    public DayOfWeek day;

    public ZoneOffset offset;

    public ZoneId zone;

    public TimeZone timeZone;
}
