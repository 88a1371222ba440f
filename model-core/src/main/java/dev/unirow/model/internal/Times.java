package dev.unirow.model.internal;

import dev.unirow.model.spi.ExactTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;

/** Dates and times from ISO texts. A local date and time has no zone; an instant needs one. */
final class Times {
    private static final Map<Class<?>, String> WORDS = Map.of(
            LocalDate.class, "a date, such as 2026-11-20",
            LocalTime.class, "a time, such as 09:30:00",
            LocalDateTime.class, "a date and time without a zone, such as 2026-11-20T09:30:00",
            Instant.class, "a date and time with a zone, such as 2026-11-20T09:30:00Z",
            OffsetDateTime.class, "a date and time with an offset, such as 2026-11-20T09:30:00+01:00",
            ZonedDateTime.class, "a date and time with a zone, such as 2026-11-20T09:30:00+01:00[Europe/Berlin]",
            Duration.class, "a duration, such as PT1H30M");

    private Times() {}

    static boolean knows(Class<?> type) {
        return WORDS.containsKey(type);
    }

    static Object convert(Object value, Class<?> wanted) throws Misfit {
        if (wanted.isInstance(value)) {
            return value;
        }
        Object written = value instanceof CharSequence ? ExactTexts.read(wanted, value.toString()) : null;
        if (written != null) {
            return written;
        }
        throw new Misfit("must be " + WORDS.get(wanted));
    }
}
