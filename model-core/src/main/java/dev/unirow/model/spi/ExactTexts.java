package dev.unirow.model.spi;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Texts in the type of their column, their property or of what is read from them: the value that a text writes, or
 * none. What a place takes beyond that (blanks, times without a zone) it brings into this form itself.
 */
public final class ExactTexts {
    private static final Map<Class<?>, Function<String, @Nullable Object>> READERS = Map.ofEntries(
            Map.entry(UUID.class, ExactTexts::uuid),
            Map.entry(Boolean.class, ExactTexts::yesOrNo),
            Map.entry(Character.class, ExactTexts::character),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(Instant.class, text -> OffsetDateTime.parse(text).toInstant()),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
            Map.entry(ZonedDateTime.class, ZonedDateTime::parse),
            Map.entry(Duration.class, Duration::parse));

    private ExactTexts() {}

    /**
     * The value of a type, which is no primitive one, that a text writes: a number, an enum's constant by its name, a
     * UUID with all its digits, a time by ISO 8601, one of {@code true}, {@code on}, {@code 1}, {@code false},
     * {@code off}, {@code 0}, a character. Null where it writes none, and for all other types.
     */
    public static @Nullable Object read(Class<?> type, String text) {
        try {
            if (type.isEnum()) {
                return constant(type, text);
            }
            if (ExactNumbers.knows(type)) {
                return ExactNumbers.exact(type, ExactNumbers.parse(text));
            }
            Function<String, @Nullable Object> reader = READERS.get(type);
            return reader == null ? null : reader.apply(text);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    /** The platform also reads shortened groups. */
    private static @Nullable Object uuid(String text) {
        UUID uuid = UUID.fromString(text);
        return uuid.toString().equalsIgnoreCase(text) ? uuid : null;
    }

    private static @Nullable Object yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "on", "1" -> true;
            case "false", "off", "0" -> false;
            default -> null;
        };
    }

    private static @Nullable Object character(String text) {
        boolean isOne = text.length() == 1 && text.charAt(0) != '\0' && !Character.isSurrogate(text.charAt(0));
        return isOne ? text.charAt(0) : null;
    }
}
