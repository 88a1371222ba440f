package dev.unirow.session.internal.type;

import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/**
 * What a column of date and time without a zone holds of a value: of a moment its time in UTC, of all else what a clock
 * on the wall shows. On SQLite its dialect does the same.
 */
final class Moments {
    private Moments() {}

    static <X> LocalDateTime stored(JavaType<X> type, X value, WrapperOptions options) {
        if (value instanceof LocalDateTime dateTime) {
            return dateTime;
        }
        if (isOfJavaTime(type.getJavaTypeClass())) {
            return inUtc(type.unwrap(value, Instant.class, options));
        }
        Timestamp timestamp = type.unwrap(value, Timestamp.class, options);
        return isOlderMoment(type.getJavaTypeClass()) ? inUtc(timestamp.toInstant()) : timestamp.toLocalDateTime();
    }

    /** @param found what the client gives: of a time with an offset, as of the server's clock, the moment */
    static <X> X read(JavaType<X> type, @Nullable Object found, WrapperOptions options) {
        Class<?> wanted = type.getJavaTypeClass();
        if (found instanceof OffsetDateTime time) {
            return wanted == LocalDateTime.class
                    ? type.wrap(time.toLocalDateTime(), options)
                    : ofInstant(type, time.toInstant(), options);
        }
        if (!(found instanceof LocalDateTime stored) || wanted == LocalDateTime.class) {
            return type.wrap(found, options);
        }
        return isOfJavaTime(wanted) || isOlderMoment(wanted)
                ? ofInstant(type, stored.toInstant(ZoneOffset.UTC), options)
                : type.wrap(Timestamp.valueOf(stored), options);
    }

    private static <X> X ofInstant(JavaType<X> type, Instant instant, WrapperOptions options) {
        return isOfJavaTime(type.getJavaTypeClass())
                ? type.wrap(instant, options)
                : type.wrap(Timestamp.from(instant), options);
    }

    static LocalDateTime inUtc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static boolean isOfJavaTime(Class<?> type) {
        return type == Instant.class || type == OffsetDateTime.class || type == ZonedDateTime.class;
    }

    /** The days and times of java.sql are no moments, though they are made of one. */
    private static boolean isOlderMoment(Class<?> type) {
        return Calendar.class.isAssignableFrom(type)
                || Date.class.isAssignableFrom(type) && type != java.sql.Date.class && type != Time.class;
    }
}
