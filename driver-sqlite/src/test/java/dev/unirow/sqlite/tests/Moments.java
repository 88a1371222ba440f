package dev.unirow.sqlite.tests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One moment in every type that has moments, and what no zone may touch. */
@SuppressWarnings("deprecation")
@Entity(name = "Moments")
class Moments {
    @Id
    Integer id;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "a_date")
    Date date;

    @Column(name = "a_timestamp")
    Timestamp timestamp;

    @Temporal(TemporalType.TIMESTAMP)
    Calendar calendar;

    Instant instant;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    Instant plain;

    ZonedDateTime zoned;

    @Column(name = "with_offset")
    OffsetDateTime offset;

    LocalDateTime local;

    @Column(name = "a_day")
    LocalDate day;

    static Moments of(int id, Instant instant, ZoneId zone) {
        Moments moments = new Moments();
        moments.id = id;
        moments.date = new Date(instant.toEpochMilli());
        moments.timestamp = Timestamp.from(instant);
        moments.calendar = new GregorianCalendar(TimeZone.getTimeZone(zone));
        moments.calendar.setTimeInMillis(instant.toEpochMilli());
        moments.instant = instant;
        moments.plain = instant;
        moments.zoned = instant.atZone(zone);
        moments.offset = instant.atZone(zone).toOffsetDateTime();
        moments.local = LocalDateTime.ofInstant(instant, ZoneId.of("UTC"));
        moments.day = moments.local.toLocalDate();
        return moments;
    }

    /** What each of the types says that the moment is. */
    List<Instant> all() {
        return Stream.of(
                        Instant.ofEpochMilli(date.getTime()),
                        timestamp.toInstant(),
                        calendar.toInstant(),
                        instant,
                        plain,
                        zoned.toInstant(),
                        offset.toInstant())
                .toList();
    }
}
