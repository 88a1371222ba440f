package dev.unirow.sqlite.dialect;

import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/**
 * What a column of date and time holds of a value: of a moment its time in UTC, whatever zone the JVM or Hibernate is
 * set to, since a time of any other zone may exist twice or not at all; of all else what a clock on the wall shows.
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

    static <X> @Nullable X read(JavaType<X> type, @Nullable LocalDateTime stored, WrapperOptions options) {
        Class<?> wanted = type.getJavaTypeClass();
        if (stored == null || wanted == LocalDateTime.class) {
            return type.wrap(stored, options);
        }
        Instant instant = stored.toInstant(ZoneOffset.UTC);
        if (wanted == Instant.class) {
            return type.wrap(instant, options);
        }
        if (isOfJavaTime(wanted)) {
            return type.wrap(instant.atZone(ZoneId.systemDefault()), options);
        }
        return type.wrap(isOlderMoment(wanted) ? Timestamp.from(instant) : Timestamp.valueOf(stored), options);
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
