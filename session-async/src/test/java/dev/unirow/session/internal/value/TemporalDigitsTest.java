package dev.unirow.session.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class TemporalDigitsTest {
    private static final Instant BEFORE_1970 = Instant.parse("1969-12-31T23:59:58.123456789Z");

    @Test
    void timesAreCutDownwardsAlsoBefore1970() {
        assertThat(TemporalDigits.cut(BEFORE_1970, 6)).isEqualTo(Instant.parse("1969-12-31T23:59:58.123456Z"));
        assertThat(TemporalDigits.cut(BEFORE_1970, 0)).isEqualTo(Instant.parse("1969-12-31T23:59:58Z"));
        OffsetDateTime offset = BEFORE_1970.atOffset(ZoneOffset.ofHours(-3));
        assertThat(TemporalDigits.cut(offset, 3)).isEqualTo(offset.withNano(123_000_000));
        ZonedDateTime zoned = offset.toZonedDateTime();
        assertThat(TemporalDigits.cut(zoned, 3)).isEqualTo(zoned.withNano(123_000_000));
        assertThat(TemporalDigits.cut(OffsetTime.MAX, 6)).isEqualTo(OffsetTime.MAX.withNano(999_999_000));
    }

    @Test
    void olderClassesStayWhatTheyAre() {
        Timestamp timestamp = Timestamp.from(BEFORE_1970);
        assertThat(TemporalDigits.cut(timestamp, 6)).isEqualTo(Timestamp.from(BEFORE_1970.minusNanos(789)));
        assertThat(TemporalDigits.cut(timestamp, 1)).isEqualTo(Timestamp.from(Instant.parse("1969-12-31T23:59:58.1Z")));
        assertThat(TemporalDigits.cut(new Date(-1), 0)).isEqualTo(new Date(-1000));
        assertThat(TemporalDigits.cut(new Time(1_999), 0))
                .isEqualTo(new Time(1_000))
                .isInstanceOf(Time.class);
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Tokyo"));
        calendar.setTimeInMillis(1_987);
        Calendar cut = (Calendar) TemporalDigits.cut(calendar, 1);
        assertThat(cut.getTimeInMillis()).isEqualTo(1_900);
        assertThat(cut.getTimeZone()).isEqualTo(calendar.getTimeZone());
        assertThat(calendar.getTimeInMillis()).isEqualTo(1_987);
    }

    @Test
    void whatHasNoMoreDigitsIsTheSameObject() {
        LocalTime time = LocalTime.of(1, 2, 3, 4_000);
        assertThat(TemporalDigits.cut(time, 6)).isSameAs(time);
        Timestamp timestamp = new Timestamp(5);
        assertThat(TemporalDigits.cut(timestamp, 3)).isSameAs(timestamp);
        java.sql.Date day = new java.sql.Date(5);
        assertThat(TemporalDigits.cut(day, 0)).isSameAs(day);
        LocalDate date = LocalDate.EPOCH;
        assertThat(TemporalDigits.cut(date, 0)).isSameAs(date);
        assertThat(TemporalDigits.cut("text", 0)).isEqualTo("text");
    }
}
