package dev.unirow.session.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Model;
import dev.unirow.model.Models;
import dev.unirow.model.ReadOptions;
import dev.unirow.query.Queries;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One table of texts and types: whoever reads one, models, conditions or rows, reads the same value or refuses it. */
class WrittenValuesTest {
    private static final String DIGITS = "7".repeat(1000);

    /** One attribute of each type that texts are read as. */
    @Entity
    static class Written extends Model {
        @Id
        Long id;

        UUID uuid;
        DayOfWeek day;
        Character letter;
        LocalDate date;
        LocalTime time;
        LocalDateTime dateTime;
        Instant instant;
        OffsetDateTime offset;
        ZonedDateTime zoned;
        Duration duration;
        Boolean flag;
        Byte tiny;
        Short small;
        Integer number;
        Long large;
        BigInteger whole;
        BigDecimal decimal;
        Double fraction;
        Float single;

        static Field of(Class<?> type) {
            return Stream.of(Written.class.getDeclaredFields())
                    .filter(field -> field.getType() == type && !field.getName().equals("id"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private record Entry(
            Class<?> type, String text, @Nullable Object value) {}

    private static Entry of(Object value, String text) {
        return new Entry(value.getClass(), text, value);
    }

    private static Stream<Entry> none(Class<?> type, String... texts) {
        return Stream.of(texts).map(text -> new Entry(type, text, null));
    }

    private static Stream<Entry> table() {
        UUID uuid = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
        LocalDate date = LocalDate.of(2026, 11, 20);
        LocalTime time = LocalTime.of(9, 30);
        Instant instant = Instant.parse("2026-11-20T09:30:00Z");
        OffsetDateTime offset = OffsetDateTime.parse("2026-11-20T09:30:00+01:00");
        return Stream.of(
                        Stream.of(
                                of(uuid, uuid.toString()),
                                of(uuid, uuid.toString().toUpperCase(Locale.ROOT))),
                        none(UUID.class, "1-1-1-1-1", "123e4567e89b12d3a456426614174000", "x"),
                        Stream.of(of(DayOfWeek.MONDAY, "MONDAY")),
                        none(DayOfWeek.class, "monday", "0", "Montag"),
                        Stream.of(of('a', "a"), of('ä', "ä"), of('1', "1")),
                        none(Character.class, "ab", "\0", "\uD83D", "\uD83D\uDE00"),
                        Stream.of(of(date, "2026-11-20")),
                        none(LocalDate.class, "2026-11-31", "20261120", "2026-11-20T09:30", "soon"),
                        Stream.of(
                                of(time, "09:30"), of(time, "09:30:00"), of(time.plusNanos(500_000_000), "09:30:00.5")),
                        none(LocalTime.class, "24:00", "9:30", "09:30Z"),
                        Stream.of(
                                of(date.atTime(time), "2026-11-20T09:30"),
                                of(date.atTime(time), "2026-11-20T09:30:00.0")),
                        none(LocalDateTime.class, "2026-11-20", "2026-11-20T09:30Z", "2026-11-20T25:00"),
                        Stream.of(
                                of(instant, "2026-11-20T09:30:00Z"),
                                of(instant, "2026-11-20T09:30Z"),
                                of(instant, "2026-11-20T10:30:00+01:00")),
                        none(Instant.class, "2026-11-20", "2026-11-20T09:30:00+99:00", "now"),
                        Stream.of(of(offset, "2026-11-20T09:30+01:00"), of(offset, "2026-11-20T09:30:00.000+01:00")),
                        none(OffsetDateTime.class, "2026-11-20T09:30", "2026-11-20T09:30:00+01:00[Europe/Berlin]"),
                        Stream.of(
                                of(offset.toZonedDateTime(), "2026-11-20T09:30:00+01:00"),
                                of(
                                        ZonedDateTime.parse("2026-11-20T09:30:00+01:00[Europe/Berlin]"),
                                        "2026-11-20T09:30:00+01:00[Europe/Berlin]")),
                        none(ZonedDateTime.class, "2026-11-20T09:30", "2026-11-20T09:30:00+01:00[Mars/Base]"),
                        Stream.of(of(Duration.ofMinutes(90), "PT1H30M"), of(Duration.ofDays(1), "P1D")),
                        none(Duration.class, "1h", "90", "P1M"),
                        Stream.of(of(true, "true"), of(true, "ON"), of(true, "1")),
                        Stream.of(of(false, "False"), of(false, "off"), of(false, "0")),
                        none(Boolean.class, "yes", "2", "01"),
                        numbers())
                .flatMap(entries -> entries);
    }

    private static Stream<Entry> numbers() {
        return Stream.of(
                        Stream.of(of((byte) 127, "127"), of((short) -32768, "-32768"), of(7, "7"), of(7, "7.0")),
                        none(Byte.class, "128", "1.5"),
                        none(Short.class, "32768", "1e5"),
                        none(Integer.class, "2147483648", "7.5", "0x10", "seven", "7 7"),
                        Stream.of(of(100L, "1e2"), of(Long.MAX_VALUE, "9223372036854775807")),
                        none(Long.class, "9223372036854775808", "1e999999999", "1e-999999999"),
                        Stream.of(of(new BigInteger(DIGITS), DIGITS), of(BigInteger.TEN.pow(999), "1e999")),
                        none(BigInteger.class, DIGITS + "7", "1e1000", "0.5"),
                        Stream.of(of(new BigDecimal("7.50"), "7.50"), of(new BigDecimal(DIGITS), DIGITS)),
                        none(BigDecimal.class, DIGITS + "7", "0." + DIGITS + "7", "1e1000", "1e-1001", "1e"),
                        Stream.of(of(0.1, "0.1"), of(1e300, "1e300"), of(3.0, "3")),
                        none(Double.class, "1e400", "NaN", "Infinity"),
                        Stream.of(of(0.1f, "0.1"), of(1e30f, "1e30"), of(3.0f, "3")),
                        none(Float.class, "1e39", "Infinity"))
                .flatMap(entries -> entries);
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type);
    }

    private enum Reader {
        MODEL {
            @Override
            boolean reads(Class<?> type) {
                return !isNumber(type) && type != Boolean.class;
            }

            @Override
            @Nullable Object read(Field attribute, String text) throws IllegalAccessException {
                return attribute.get(Models.from(Written.class, Map.of(attribute.getName(), text)));
            }
        },

        LENIENT_MODEL {
            @Override
            boolean reads(Class<?> type) {
                return true;
            }

            @Override
            @Nullable Object read(Field attribute, String text) throws IllegalAccessException {
                return attribute.get(Models.from(
                        Written.class,
                        Map.of(attribute.getName(), text),
                        ReadOptions.options().lenient()));
            }
        },

        JSON {
            @Override
            boolean reads(Class<?> type) {
                return isNumber(type);
            }

            @Override
            @Nullable Object read(Field attribute, String text) throws IllegalAccessException {
                return attribute.get(Models.from(Written.class, "{\"" + attribute.getName() + "\": " + text + "}"));
            }
        },

        CONDITION {
            @Override
            boolean reads(Class<?> type) {
                return true;
            }

            @Override
            @Nullable Object read(Field attribute, String text) {
                return Queries.<Written>set(attribute.getName(), text).value(Written.class);
            }
        },

        ROW {
            private static final Set<Class<?>> KEPT_AS_TEXT = Set.of(
                    UUID.class,
                    DayOfWeek.class,
                    Character.class,
                    LocalDate.class,
                    LocalTime.class,
                    LocalDateTime.class,
                    Instant.class,
                    BigDecimal.class);

            @Override
            boolean reads(Class<?> type) {
                return KEPT_AS_TEXT.contains(type);
            }

            @Override
            @Nullable Object read(Field attribute, String text) {
                return ColumnValue.as(attribute.getType(), attribute.getType(), text, IllegalArgumentException::new);
            }
        };

        abstract boolean reads(Class<?> type);

        abstract @Nullable Object read(Field attribute, String text) throws IllegalAccessException;

        /** Null where it is refused. */
        @Nullable Object answer(Class<?> type, String text) {
            try {
                return read(Written.of(type), text);
            } catch (RuntimeException refused) {
                return null;
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverReadsATextReadsTheSameValueOrNone(Reader reader) {
        assertThat(table().filter(entry -> reader.reads(entry.type)))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(reader.answer(entry.type, entry.text))
                        .as("%s of '%s'", entry.type.getSimpleName(), entry.text)
                        .isEqualTo(entry.value));
    }

    @ParameterizedTest
    @EnumSource
    void whatOneReaderAloneTakesIsItsOwn(Reader reader) {
        LocalDateTime moment = LocalDateTime.of(2026, 11, 20, 9, 30);
        Map<Entry, Set<Reader>> own = Map.of(
                of(moment, "2026-11-20 09:30:00"), Set.of(Reader.ROW, Reader.LENIENT_MODEL),
                of(moment.toInstant(ZoneOffset.UTC), "2026-11-20 09:30:00"), Set.of(Reader.ROW),
                of(moment.toInstant(ZoneOffset.UTC), "2026-11-20T09:30:00"), Set.of(Reader.ROW),
                of(DayOfWeek.MONDAY, " MONDAY "), Set.of(Reader.LENIENT_MODEL),
                of(7, " 7 "), Set.of(Reader.LENIENT_MODEL, Reader.JSON, Reader.CONDITION),
                of(0x1p53, "9007199254740993"), Set.of(Reader.LENIENT_MODEL, Reader.JSON));
        own.forEach((entry, readers) -> assertThat(
                        reader.reads(entry.type) && Objects.equals(reader.answer(entry.type, entry.text), entry.value))
                .as("%s of '%s'", entry.type.getSimpleName(), entry.text)
                .isEqualTo(readers.contains(reader)));
    }
}
