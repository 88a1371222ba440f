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
import static dev.unirow.session.tests.types.Samples.NANOS;
import static dev.unirow.session.tests.types.Samples.NONE;
import static dev.unirow.session.tests.types.Samples.SOME;
import static dev.unirow.session.tests.types.Samples.SQLITE;
import static dev.unirow.session.tests.types.Samples.WIDE;
import static dev.unirow.session.tests.types.Samples.utc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of the matrix for what has parts, and for what a row is known by. */
final class MappedWholes {
    private MappedWholes() {}

    static Stream<MappedType> all() {
        return Stream.of(documents(), series(), parts(), keys(), versions()).flatMap(each -> each);
    }

    private static Stream<MappedType> documents() {
        Price price = new Price(new BigDecimal("1234567890123456789.123456789"), "EUR", GAP);
        return Stream.of(
                        MappedType.of(Documents.class, "texts", List.of("a", "b"), List.of("", AWKWARD)),
                        MappedType.of(
                                Documents.class, "numbers", Set.of(1), Set.of(Integer.MIN_VALUE, Integer.MAX_VALUE)),
                        MappedType.of(
                                Documents.class,
                                "anything",
                                Map.of("b", List.of(true, "c")),
                                Map.of(AWKWARD.strip(), Map.of("x", List.of()), "", 1.5)),
                        MappedType.of(
                                Documents.class,
                                "decimals",
                                Map.of("a", new BigDecimal("1.5")),
                                Map.of("a", new BigDecimal("1234567890123456789.123456789"))),
                        MappedType.of(Documents.class, "price", new Price(BigDecimal.TEN, "EUR", LAST_DAY), price),
                        MappedType.of(
                                Documents.class,
                                "prices",
                                List.of(new Price(BigDecimal.ONE, "EUR", FIRST_DAY)),
                                List.of(price, new Price(null, null, null))),
                        MappedType.of(Documents.class, "word", "\"a\"", "{\"b\": [1, null]}"))
                .map(each -> each.without(Use.CONDITION));
    }

    private static Stream<MappedType> series() {
        return Stream.of(
                        MappedType.of(
                                Series.class, "texts", new String[] {"a", "b"}, new String[] {"", null, AWKWARD, "{,\"}"
                                }),
                        MappedType.of(Series.class, "truths", new Boolean[] {true, false}, new Boolean[] {null, true}),
                        MappedType.of(Series.class, "shorts", new Short[] {1}, new Short[] {Short.MIN_VALUE}),
                        MappedType.of(
                                Series.class, "ints", new Integer[] {1, 2}, new Integer[] {Integer.MIN_VALUE, null}),
                        MappedType.of(
                                Series.class, "longs", new Long[] {1L}, new Long[] {Long.MIN_VALUE, Long.MAX_VALUE, null
                                }),
                        MappedType.of(Series.class, "floats", new Float[] {1.5f}, new Float[] {0.1f, Float.MAX_VALUE}),
                        MappedType.of(
                                Series.class, "doubles", new Double[] {1.5}, new Double[] {0.1 + 0.2, Double.MAX_VALUE
                                }),
                        MappedType.of(
                                Series.class, "decimals", new BigDecimal[] {new BigDecimal("1.5")}, new BigDecimal[] {
                                    new BigDecimal("-12345678901234567890.12"), null
                                }),
                        MappedType.of(Series.class, "uuids", new UUID[] {SOME}, new UUID[] {NONE, FULL, null}),
                        MappedType.of(
                                Series.class, "dates", new LocalDate[] {LAST_DAY}, new LocalDate[] {FIRST_DAY, GAP, null
                                }),
                        MappedType.of(Series.class, "times", new LocalTime[] {LocalTime.NOON}, new LocalTime[] {
                            LocalTime.MIN, LAST_MICRO, null
                        }),
                        MappedType.of(
                                Series.class,
                                "dateTimes",
                                new LocalDateTime[] {LocalDateTime.of(2024, 3, 31, 2, 30)},
                                new LocalDateTime[] {FIRST, LAST, null}),
                        MappedType.of(Series.class, "listOfTexts", List.of("a", "b"), List.of("", AWKWARD, "{,\"}")),
                        MappedType.of(
                                Series.class,
                                "listOfInts",
                                List.of(1, 2),
                                List.of(Integer.MIN_VALUE, Integer.MAX_VALUE)),
                        MappedType.of(Series.class, "plainInts", new int[] {1, 2}, new int[] {Integer.MIN_VALUE}),
                        MappedType.of(Series.class, "plainLongs", new long[] {1, 2}, new long[] {Long.MIN_VALUE}),
                        MappedType.of(Series.class, "plainDoubles", new double[] {1.5}, new double[] {0.1 + 0.2}),
                        MappedType.of(
                                        Instants.class,
                                        "value",
                                        new Instant[] {Instant.parse("2024-03-31T01:30:00Z")},
                                        new Instant[] {utc(FIRST), utc(LAST), null})
                                .apart())
                .map(each -> each.without(Use.CONDITION));
    }

    private static Stream<MappedType> parts() {
        return Stream.of(
                MappedType.of(Parts.class, "span", new Span(FIRST_DAY, LAST_DAY, 7), new Span(GAP, null, null))
                        .without(Use.CONDITION),
                MappedType.of(Parts.class, "words", List.of("a", "b"), List.of("", AWKWARD))
                        .without(Use.CONDITION, Use.NULL, Use.DEFAULT),
                MappedType.of(Parts.class, "days", Set.of(LAST_DAY), Set.of(FIRST_DAY, GAP))
                        .without(Use.CONDITION, Use.NULL, Use.DEFAULT),
                MappedType.of(Parts.class, "counts", Map.of("a", 1), Map.of("", 0, AWKWARD, -1))
                        .without(Use.CONDITION, Use.NULL, Use.DEFAULT),
                MappedType.of(Naturals.class, "natural", "n", "", "é".repeat(255), AWKWARD)
                        .range("up to 255 characters"),
                MappedType.of(NaturalUuids.class, "natural", SOME, NONE, FULL, new UUID(1, 2)));
    }

    private static Stream<MappedType> keys() {
        return Stream.of(
                        MappedType.of(Keys.OfText.class, "id", "k", "", "é".repeat(255), AWKWARD)
                                .range("up to 255 characters"),
                        MappedType.of(Keys.OfInt.class, "id", 7, Integer.MIN_VALUE, Integer.MAX_VALUE, -1),
                        MappedType.of(Keys.OfLong.class, "id", 7L, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1),
                        MappedType.of(
                                Keys.OfShort.class, "id", (short) 7, Short.MIN_VALUE, Short.MAX_VALUE, (short) -1),
                        MappedType.of(Keys.OfUuid.class, "id", SOME, NONE, FULL, new UUID(1, 2)),
                        MappedType.of(Keys.OfDate.class, "id", LocalDate.of(2024, 2, 29), FIRST_DAY, LAST_DAY, GAP),
                        MappedType.of(
                                        Keys.OfDateTime.class,
                                        "id",
                                        LocalDateTime.of(2024, 3, 31, 2, 30),
                                        FIRST,
                                        LAST,
                                        NANOS.minusDays(1))
                                .cut(Use.AWKWARD, NANOS.minusDays(1).withNano(999_999_000)),
                        MappedType.of(
                                        Keys.OfMoment.class,
                                        "id",
                                        Instant.parse("2024-03-31T01:30:00Z"),
                                        utc(FIRST),
                                        utc(LAST),
                                        utc(NANOS))
                                .cut(Use.AWKWARD, utc(NANOS.withNano(999_999_000))),
                        MappedType.of(
                                Keys.OfDecimal.class,
                                "id",
                                new BigDecimal("1.50"),
                                WIDE.negate(),
                                WIDE,
                                new BigDecimal("0.01")),
                        MappedType.of(
                                        Keys.OfEndless.class,
                                        "id",
                                        BigInteger.TEN,
                                        ENDLESS.negate(),
                                        ENDLESS,
                                        BigInteger.ONE.shiftLeft(64))
                                .refused(Use.AWKWARD, FIFTEEN, SQLITE),
                        MappedType.of(Keys.OfEnum.class, "id", Size.MEDIUM, Size.SMALL),
                        MappedType.of(
                                        Keys.OfPair.class,
                                        "id",
                                        new Keys.Pair("a", LAST_DAY),
                                        new Keys.Pair(AWKWARD, GAP))
                                .without(Use.CONDITION))
                .map(each -> each.without(Use.NULL, Use.DEFAULT));
    }

    private static Stream<MappedType> versions() {
        return Stream.of(
                        MappedType.of(Versions.OfInt.class, "version", 0, 0),
                        MappedType.of(Versions.OfLong.class, "version", 0L, 0L),
                        MappedType.of(Versions.OfShort.class, "version", (short) 0, (short) 0),
                        MappedType.of(Versions.OfBox.class, "version", 0, 0),
                        MappedType.of(Versions.OfMoment.class, "version", Instant.EPOCH, Instant.EPOCH),
                        MappedType.of(Versions.OfDateTime.class, "version", FIRST, FIRST))
                .map(each -> each.without(Use.NULL, Use.DEFAULT, Use.AWKWARD, Use.CONDITION));
    }
}
