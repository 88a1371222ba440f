package dev.unirow.session.internal.type;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.JdbcType;

/**
 * Times with an offset or a zone, as the clients of the servers take them. Of dates with times the instant is kept, in
 * UTC; a time of day keeps its offset.
 */
final class ZonedTimes {
    private static final DateTimeFormatter OFFSET_TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffsetId()
            .toFormatter();

    private ZonedTimes() {}

    /** A column that keeps instants, of a client that knows instants as times with an offset. */
    static JdbcType asOffsetDateTime(int code) {
        return new ConvertedType<>(
                code,
                SqlTypes.TIMESTAMP_WITH_TIMEZONE,
                OffsetDateTime.class,
                OffsetDateTime.class,
                ZonedTimes::inUtc,
                ZonedTimes::inUtc);
    }

    /** A column without a zone, which keeps the time in UTC. */
    static JdbcType asLocalDateTime(int code, int ddlCode) {
        return new ConvertedType<>(
                code,
                ddlCode,
                OffsetDateTime.class,
                LocalDateTime.class,
                time -> inUtc(time).toLocalDateTime(),
                time -> time.atOffset(ZoneOffset.UTC));
    }

    /** A column of text. Equal times are equal texts, as long as their offsets are equal, too. */
    static JdbcType asText(int code) {
        return new ConvertedType<>(
                code,
                SqlTypes.TIME_WITH_TIMEZONE,
                OffsetTime.class,
                String.class,
                OFFSET_TIME::format,
                text -> OffsetTime.parse(text, OFFSET_TIME));
    }

    private static OffsetDateTime inUtc(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC);
    }
}
