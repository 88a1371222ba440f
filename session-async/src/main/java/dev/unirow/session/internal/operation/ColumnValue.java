package dev.unirow.session.internal.operation;

import dev.unirow.model.spi.ExactNumbers;
import dev.unirow.model.spi.ExactTexts;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value as a driver gives it, as another type that means the same: never rounded, cut or guessed. */
final class ColumnValue {
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            int.class, Integer.class,
            long.class, Long.class,
            short.class, Short.class,
            byte.class, Byte.class,
            double.class, Double.class,
            float.class, Float.class,
            boolean.class, Boolean.class,
            char.class, Character.class);

    /** By SQLite, which may write a blank before the time of day, and writes instants without their zone, UTC. */
    private static final Set<Class<?>> KEPT_AS_TEXT = Set.of(
            UUID.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            Instant.class,
            BigDecimal.class,
            Character.class);

    private ColumnValue() {}

    /** @param refusal makes a failure of what the column is or holds */
    static @Nullable Object as(
            Type declared, Class<?> type, @Nullable Object value, Function<String, RuntimeException> refusal) {
        if (value == null) {
            if (type.isPrimitive()) {
                throw refusal.apply("is null, and its component is " + type.getName() + ". Make that "
                        + BOXES.getOrDefault(type, type).getSimpleName());
            }
            return null;
        }
        Class<?> wanted = BOXES.getOrDefault(type, type);
        if (wanted.isInstance(value)) {
            return value;
        }
        try {
            Object converted = converted(wanted, value);
            if (converted != null) {
                return converted;
            }
        } catch (ArithmeticException | IllegalArgumentException | DateTimeException unfit) {
            // it is of a type that could mean the same, and does not
        }
        throw refusal.apply("holds a " + value.getClass().getSimpleName() + " that is no "
                + (declared instanceof Class<?> plain ? plain.getSimpleName() : declared.getTypeName()));
    }

    private static @Nullable Object converted(Class<?> wanted, Object value) {
        if (value instanceof Number number) {
            return number(wanted, number);
        }
        if (value instanceof String text) {
            return text(wanted, text);
        }
        if (value instanceof OffsetDateTime time && wanted == Instant.class) {
            return time.toInstant();
        }
        if (value instanceof java.util.Date date) {
            return date(wanted, date);
        }
        return null;
    }

    private static @Nullable Object number(Class<?> wanted, Number value) {
        if (wanted == Boolean.class) { // SQLite and MariaDB have no other
            return switch (new BigDecimal(value.toString()).intValueExact()) {
                case 0 -> false;
                case 1 -> true;
                default -> null;
            };
        }
        return ExactNumbers.exact(wanted, value);
    }

    private static @Nullable Object text(Class<?> wanted, String value) {
        if (!wanted.isEnum() && !KEPT_AS_TEXT.contains(wanted)) {
            return null;
        }
        boolean isMoment = wanted == LocalDateTime.class || wanted == Instant.class;
        String text = isMoment ? value.replace(' ', 'T') : value;
        Object written = ExactTexts.read(wanted, text);
        return written == null && wanted == Instant.class ? ExactTexts.read(wanted, text + "Z") : written;
    }

    private static @Nullable Object date(Class<?> wanted, java.util.Date value) {
        if (value instanceof java.sql.Date day) {
            return wanted == LocalDate.class ? day.toLocalDate() : null;
        }
        if (value instanceof java.sql.Time time) {
            return wanted == LocalTime.class ? time.toLocalTime() : null;
        }
        if (value instanceof java.sql.Timestamp stamp) {
            return wanted == LocalDateTime.class
                    ? stamp.toLocalDateTime()
                    : wanted == Instant.class ? stamp.toInstant() : null;
        }
        return null;
    }
}
