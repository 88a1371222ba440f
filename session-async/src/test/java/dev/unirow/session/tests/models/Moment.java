package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

/** One moment in every type of Java that has moments. */
@SuppressWarnings("deprecation")
@Entity
public class Moment extends Model {
    @Id
    private Integer id;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "a_date")
    public Date date;

    @Column(name = "a_timestamp")
    public Timestamp timestamp;

    @Temporal(TemporalType.TIMESTAMP)
    public Calendar calendar;

    @Column(name = "an_instant")
    public Instant instant;

    public ZonedDateTime zoned;

    @Column(name = "with_offset")
    public OffsetDateTime offset;

    public Timestamp[] timestamps;

    public List<Date> dates;

    protected Moment() {}

    public Moment(int id, Instant instant, ZoneId zone) {
        this.id = id;
        this.date = new Date(instant.toEpochMilli());
        this.timestamp = Timestamp.from(instant);
        this.calendar = new GregorianCalendar(TimeZone.getTimeZone(zone));
        this.calendar.setTimeInMillis(instant.toEpochMilli());
        this.instant = instant;
        this.zoned = instant.atZone(zone);
        this.offset = instant.atZone(zone).toOffsetDateTime();
        this.timestamps = new Timestamp[] {timestamp};
        this.dates = List.of(date);
    }

    public Integer id() {
        return id;
    }

    /** What each of the types says that the moment is. */
    public Map<String, Instant> all() {
        Map<String, Instant> all = new LinkedHashMap<>();
        all.put("date", Instant.ofEpochMilli(date.getTime()));
        all.put("timestamp", timestamp.toInstant());
        all.put("calendar", calendar.toInstant());
        all.put("instant", instant);
        all.put("zoned", zoned.toInstant());
        all.put("offset", offset.toInstant());
        all.put("timestamps", timestamps[0].toInstant());
        all.put("dates", Instant.ofEpochMilli(dates.get(0).getTime()));
        return all;
    }
}
