package dev.unirow.model.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.Function;

/** Dates and times from ISO texts. A local date and time has no zone; an instant needs one. */
final class Times {
    private record Format(String words, Function<String, Object> parse) {}

    private static final Map<Class<?>, Format> FORMATS = Map.of(
            LocalDate.class, new Format("a date, such as 2026-11-20", LocalDate::parse),
            LocalTime.class, new Format("a time, such as 09:30:00", LocalTime::parse),
            LocalDateTime.class,
                    new Format("a date and time without a zone, such as 2026-11-20T09:30:00", LocalDateTime::parse),
            Instant.class,
                    new Format(
                            "a date and time with a zone, such as 2026-11-20T09:30:00Z",
                            text -> OffsetDateTime.parse(text).toInstant()),
            OffsetDateTime.class,
                    new Format(
                            "a date and time with an offset, such as 2026-11-20T09:30:00+01:00", OffsetDateTime::parse),
            ZonedDateTime.class,
                    new Format(
                            "a date and time with a zone, such as 2026-11-20T09:30:00+01:00[Europe/Berlin]",
                            ZonedDateTime::parse),
            Duration.class, new Format("a duration, such as PT1H30M", Duration::parse));

    private Times() {}

    static boolean knows(Class<?> type) {
        return FORMATS.containsKey(type);
    }

    static Object convert(Object value, Class<?> wanted) throws Misfit {
        if (wanted.isInstance(value)) {
            return value;
        }
        Format format = FORMATS.get(wanted);
        if (format == null) {
            throw new IllegalArgumentException("'" + wanted.getName() + "' is no type of time.");
        }
        if (value instanceof CharSequence) {
            try {
                return format.parse.apply(value.toString());
            } catch (DateTimeException e) {
                // said below
            }
        }
        throw new Misfit("must be " + format.words);
    }
}
