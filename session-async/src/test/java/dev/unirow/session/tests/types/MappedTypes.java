package dev.unirow.session.tests.types;

import static dev.unirow.session.tests.types.Samples.AWKWARD;
import static dev.unirow.session.tests.types.Samples.ENDLESS;
import static dev.unirow.session.tests.types.Samples.FIFTEEN;
import static dev.unirow.session.tests.types.Samples.FIRST;
import static dev.unirow.session.tests.types.Samples.FIRST_DAY;
import static dev.unirow.session.tests.types.Samples.FULL;
import static dev.unirow.session.tests.types.Samples.GAP;
import static dev.unirow.session.tests.types.Samples.LAST;
import static dev.unirow.session.tests.types.Samples.LAST_DAY;
import static dev.unirow.session.tests.types.Samples.LAST_MICRO;
import static dev.unirow.session.tests.types.Samples.LONG;
import static dev.unirow.session.tests.types.Samples.NANOS;
import static dev.unirow.session.tests.types.Samples.NONE;
import static dev.unirow.session.tests.types.Samples.NUL;
import static dev.unirow.session.tests.types.Samples.SOME;
import static dev.unirow.session.tests.types.Samples.SQLITE;
import static dev.unirow.session.tests.types.Samples.WIDE;
import static dev.unirow.session.tests.types.Samples.utc;

import dev.unirow.testing.DatabaseKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of the matrix. */
public final class MappedTypes {
    private MappedTypes() {}

    public static List<MappedType> all() {
        return Stream.of(primitives(), boxes(), texts(), times(), zones(), others(), MappedWholes.all())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<MappedType> primitives() {
        return Stream.of(
                MappedType.of(Primitives.class, "aBoolean", true, false, true, true),
                MappedType.of(Primitives.class, "aByte", (byte) 7, Byte.MIN_VALUE, Byte.MAX_VALUE, (byte) -1),
                MappedType.of(Primitives.class, "aShort", (short) 7, Short.MIN_VALUE, Short.MAX_VALUE, (short) -1),
                MappedType.of(Primitives.class, "anInt", 7, Integer.MIN_VALUE, Integer.MAX_VALUE, -1),
                MappedType.of(Primitives.class, "aLong", 7L, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1),
                MappedType.of(Primitives.class, "aFloat", 1.5f, -Float.MAX_VALUE, Float.MAX_VALUE, 16_777_217.1f / 3),
                MappedType.of(Primitives.class, "aDouble", 1.5, -Double.MAX_VALUE, Double.MAX_VALUE, 0.1 + 0.2),
                MappedType.of(Primitives.class, "aChar", 'a', '\u0001', '\uFFFD', ' '));
    }

    private static Stream<MappedType> boxes() {
        return Stream.of(
                MappedType.of(Boxes.class, "truth", true, false, true, false),
                MappedType.of(Boxes.class, "tiny", (byte) 7, Byte.MIN_VALUE, Byte.MAX_VALUE, (byte) -1),
                MappedType.of(Boxes.class, "small", (short) 7, Short.MIN_VALUE, Short.MAX_VALUE, (short) -1),
                MappedType.of(Boxes.class, "whole", 7, Integer.MIN_VALUE, Integer.MAX_VALUE, 0),
                MappedType.of(Boxes.class, "large", 7L, Long.MIN_VALUE, Long.MAX_VALUE, -((1L << 53) + 1)),
                MappedType.of(Boxes.class, "single", 1.5f, -Float.MAX_VALUE, Float.MAX_VALUE, Float.MIN_NORMAL),
                MappedType.of(Boxes.class, "twofold", 1.5, -Double.MAX_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL),
                MappedType.of(Boxes.class, "letter", 'é', '\u0001', '\uFFFD', '\''),
                MappedType.of(
                                Boxes.class,
                                "endless",
                                BigInteger.TEN,
                                ENDLESS.negate(),
                                ENDLESS,
                                BigInteger.ONE.shiftLeft(64))
                        .refused(Use.AWKWARD, FIFTEEN, SQLITE),
                MappedType.of(
                                Boxes.class,
                                "decimal",
                                new BigDecimal("1.50"),
                                WIDE.negate(),
                                WIDE,
                                new BigDecimal("0.001"))
                        .refused(Use.AWKWARD, "decimal"),
                MappedType.of(
                                Boxes.class,
                                "fine",
                                new BigDecimal("1.5"),
                                new BigDecimal("-99999.9999999999"),
                                new BigDecimal("99999.9999999999"),
                                new BigDecimal("1234567890123456789.123456789"))
                        .refused(Use.AWKWARD, FIFTEEN, SQLITE),
                MappedType.of(
                        Boxes.class,
                        "round",
                        new BigDecimal("15"),
                        new BigDecimal("-99999"),
                        new BigDecimal("99999"),
                        new BigDecimal("1E+3")));
    }

    private static Stream<MappedType> texts() {
        return Stream.of(
                MappedType.of(Texts.class, "text", "plain", "", "é".repeat(255), AWKWARD)
                        .range("up to 255 characters"),
                MappedType.of(Texts.class, "brief", "plain", "", "é".repeat(10), "half \ud83d")
                        .refused(Use.AWKWARD, "surrogate")
                        .range("up to 10 characters"),
                MappedType.of(Texts.class, "long100k", "plain", "", LONG.substring(0, 96_000), AWKWARD)
                        .range("up to 100,000 characters"),
                MappedType.of(Texts.class, "unlimited", "plain", "", LONG.repeat(4), "a\0b")
                        .refused(Use.AWKWARD, NUL)
                        .range("what fits into memory"),
                MappedType.of(
                                Texts.class,
                                "letters",
                                "plain".toCharArray(),
                                new char[0],
                                "é".repeat(255).toCharArray(),
                                AWKWARD.toCharArray())
                        .range("up to 255 characters"));
    }

    private static Stream<MappedType> times() {
        return Stream.of(
                MappedType.of(Times.class, "date", LocalDate.of(2024, 2, 29), FIRST_DAY, LAST_DAY, GAP),
                MappedType.of(Times.class, "time", LocalTime.of(12, 30), LocalTime.MIN, LAST_MICRO, LocalTime.MAX)
                        .cut(Use.AWKWARD, LAST_MICRO),
                MappedType.of(
                                Times.class,
                                "millis",
                                LocalTime.of(12, 30),
                                LocalTime.MIN,
                                LocalTime.of(23, 59, 59, 999_000_000),
                                LocalTime.MAX)
                        .cut(Use.AWKWARD, LocalTime.of(23, 59, 59, 999_000_000)),
                MappedType.of(Times.class, "dateTime", LocalDateTime.of(2024, 3, 31, 2, 30), FIRST, LAST, NANOS)
                        .cut(Use.AWKWARD, NANOS.withNano(999_999_000)),
                MappedType.of(
                                Times.class,
                                "instant",
                                Instant.parse("2024-03-31T01:30:00Z"),
                                utc(FIRST),
                                utc(LAST),
                                utc(NANOS))
                        .cut(Use.AWKWARD, utc(NANOS.withNano(999_999_000))),
                MappedType.of(
                                Times.class,
                                "seconds",
                                Instant.parse("2024-03-31T01:30:00Z"),
                                utc(FIRST),
                                utc(LAST.withNano(0)),
                                utc(NANOS))
                        .cut(Use.AWKWARD, utc(NANOS.withNano(0))),
                MappedType.of(
                        Times.class,
                        "duration",
                        Duration.ofMinutes(90),
                        Duration.ofSeconds(Long.MIN_VALUE / 1_000_000_000),
                        Duration.ofSeconds(Long.MAX_VALUE / 1_000_000_000),
                        Duration.ofNanos(-1)),
                MappedType.of(
                        Times.class,
                        "year",
                        Year.of(2024),
                        Year.of(Year.MIN_VALUE),
                        Year.of(Year.MAX_VALUE),
                        Year.of(0)),
                MappedType.of(Times.class, "month", Month.MAY, Month.JANUARY, Month.DECEMBER, Month.FEBRUARY),
                MappedType.of(
                        Times.class, "day", DayOfWeek.FRIDAY, DayOfWeek.MONDAY, DayOfWeek.SUNDAY, DayOfWeek.TUESDAY),
                MappedType.of(
                                Times.class,
                                "offset",
                                ZoneOffset.ofHours(2),
                                ZoneOffset.MIN,
                                ZoneOffset.MAX,
                                ZoneOffset.ofHoursMinutesSeconds(5, 30, 15))
                        .refused(Use.AWKWARD, "a text is too long", DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB)
                        .refused(Use.AWKWARD, "has more than 6 characters", SQLITE),
                MappedType.of(Times.class, "zone", ZoneId.of("Europe/Berlin"), ZoneId.of("Asia/Kathmandu")),
                MappedType.of(
                        Times.class,
                        "timeZone",
                        TimeZone.getTimeZone("Europe/Berlin"),
                        TimeZone.getTimeZone("America/St_Johns")));
    }

    /** Compared by the moment: what of the offset is kept depends on the database. */
    private static Stream<MappedType> zones() {
        return Stream.of(
                MappedType.of(
                                Offset.class,
                                "value",
                                OffsetDateTime.parse("2024-06-01T10:00+05:30"),
                                FIRST.atOffset(ZoneOffset.UTC),
                                LAST.atOffset(ZoneOffset.UTC),
                                NANOS.atOffset(ZoneOffset.ofHours(-9)))
                        .cut(Use.AWKWARD, NANOS.withNano(999_999_000).atOffset(ZoneOffset.ofHours(-9)))
                        .apart(),
                MappedType.of(
                                Zoned.class,
                                "value",
                                ZonedDateTime.parse("2024-06-01T10:00+02:00[Europe/Berlin]"),
                                FIRST.atZone(ZoneOffset.UTC),
                                LAST.atZone(ZoneOffset.UTC),
                                NANOS.atZone(ZoneId.of("America/St_Johns")))
                        .cut(Use.AWKWARD, NANOS.withNano(999_999_000).atZone(ZoneId.of("America/St_Johns")))
                        .apart(),
                MappedType.of(
                                OffsetOfDay.class,
                                "value",
                                OffsetTime.parse("10:00+02:00"),
                                OffsetTime.parse("00:00Z"),
                                OffsetTime.parse("23:59:59.999999Z"),
                                OffsetTime.parse("10:00:00.123+02:00"))
                        .apart());
    }

    private static Stream<MappedType> others() {
        return Stream.of(
                MappedType.of(Others.class, "uuid", SOME, NONE, FULL, new UUID(Long.MIN_VALUE, 1)),
                MappedType.of(Others.class, "url", url("https://a.org/b"), url("https://a.org/b?c='d'#%20")),
                MappedType.of(Others.class, "uri", URI.create("mailto:a@b.org"), URI.create("../b?c='d'#%20")),
                MappedType.of(Others.class, "bytes", new byte[] {1, 2}, new byte[0], new byte[255], new byte[] {
                            0, 1, -1, 127, -128, '\'', '\\'
                        })
                        .range("up to 255 bytes"),
                MappedType.of(Others.class, "long100k", new byte[] {1, 2}, new byte[0], new byte[100_000], new byte[] {
                            0, -1
                        })
                        .range("up to 100,000 bytes"),
                MappedType.of(Others.class, "locale", Locale.GERMANY, Locale.forLanguageTag("zh-Hant-TW")),
                MappedType.of(Others.class, "currency", Currency.getInstance("EUR"), Currency.getInstance("XXX")),
                MappedType.of(Others.class, "ordinal", Size.MEDIUM, Size.SMALL, Size.LARGE, Size.SMALL),
                MappedType.of(Others.class, "named", Size.MEDIUM, Size.SMALL, Size.LARGE, Size.SMALL),
                MappedType.of(NamedEnum.class, "value", Size.MEDIUM, Size.SMALL, Size.LARGE, Size.SMALL)
                        .apart(),
                MappedType.of(
                                Inet.class,
                                "value",
                                inet(10, 0, 0, 1),
                                inet(0, 0, 0, 0),
                                inet(255, 255, 255, 255),
                                inet(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))
                        .apart());
    }

    private static URL url(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetAddress inet(int... parts) {
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = (byte) parts[i];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
