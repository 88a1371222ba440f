package dev.unirow.sqlite.tests;

import static dev.unirow.sqlite.tests.HibernateContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqlitePool;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values go into the database and come back as they were. */
class ValueTest {
    private SqlitePool pool;
    private Mutiny.SessionFactory factory;

    @BeforeEach
    void open() {
        pool = SqlitePool.open(SqliteConfig.memory());
        factory = Factory.creating(pool, Measure.class, Sample.class);
    }

    @AfterEach
    void close() {
        factory.close();
        assertThat(ConnectionContract.await(pool.stats()).inUse()).isZero();
        pool.close();
    }

    private static Measure measure() {
        Measure measure = new Measure();
        measure.tiny = Byte.MIN_VALUE;
        measure.small = Short.MAX_VALUE;
        measure.single = 0.1f;
        measure.letter = 'ß';
        measure.big = BigInteger.valueOf(Long.MAX_VALUE);
        measure.exact = new BigDecimal("12345678901234567890.123456789");
        measure.time = LocalTime.of(23, 59, 59, 999_999_999);
        measure.moment = LocalDateTime.of(2024, 10, 27, 2, 30, 0, 1);
        measure.offset = OffsetDateTime.of(2024, 2, 29, 23, 30, 0, 1_000, ZoneOffset.ofHoursMinutes(5, 30));
        measure.offsetKept = measure.offset;
        measure.zoned = ZonedDateTime.of(2024, 7, 1, 12, 0, 0, 0, ZoneId.of("America/New_York"));
        measure.duration = Duration.ofDays(400).plusNanos(1);
        measure.since = Year.of(1999);
        measure.zone = ZoneId.of("Europe/Berlin");
        measure.locale = Locale.CANADA_FRENCH;
        measure.currency = Currency.getInstance("CHF");
        measure.reading = new Measure.Reading("s'\"1", 1.5, List.of(1, 2, 3));
        measure.readings = List.of(measure.reading, new Measure.Reading("é", -0.25, List.of()));
        measure.series = Map.of("a", List.of(1, 2), "b", List.of());
        measure.place = new Measure.Place("Ulm", 3);
        measure.version = new Measure.Version(3, 11);
        measure.labels = Set.of("x", "y");
        measure.counts = new int[] {3, -1};
        measure.text = "long ".repeat(10_000);
        measure.picture = new byte[] {0, 1, -1};
        return measure;
    }

    private Measure roundTrip(Measure measure) {
        await(factory.withTransaction(session -> session.persist(measure)));
        return await(factory.withSession(session -> session.find(Measure.class, measure.id)));
    }

    private List<?> stored(String columns) {
        return List.of((Object[]) await(factory.withSession(session ->
                session.createNativeQuery("select " + columns + " from Measure").getSingleResult())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kolkata"})
    void everyTypeComesBackInAnyTimeZone(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            Measure measure = measure();
            Measure found = roundTrip(measure);
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("offset", "zoned")
                    .isEqualTo(measure);
            assertThat(found.offset.toInstant()).isEqualTo(measure.offset.toInstant());
            assertThat(found.zoned.toInstant()).isEqualTo(measure.zoned.toInstant());
            assertThat(found.offsetKept.getOffset()).isEqualTo(measure.offset.getOffset());
            assertThat(stored("cast(offset as text), cast(zoned as text), cast(time as text), cast(moment as text)"))
                    .isEqualTo(List.of(
                            "2024-02-29 18:00:00.000001",
                            "2024-07-01 16:00:00",
                            "23:59:59.999999999",
                            "2024-10-27 02:30:00.000000001"));
            assertThat(stored("typeof(duration), typeof(labels), typeof(counts), typeof(zone), typeof(currency)"))
                    .isEqualTo(List.of("integer", "blob", "blob", "text", "text"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void nullsOfEveryTypeComeBack() {
        Measure measure = new Measure();
        assertThat(roundTrip(measure)).usingRecursiveComparison().isEqualTo(measure);
    }

    @Test
    void changesInsideJsonAreSaved() {
        Measure measure = measure();
        await(factory.withTransaction(session -> session.persist(measure)));
        await(factory.withTransaction(session ->
                session.find(Measure.class, measure.id).invoke(found -> found.series = Map.of("c", List.of(9)))));
        assertThat(await(factory.withSession(session -> session.find(Measure.class, measure.id))).series)
                .isEqualTo(Map.of("c", List.of(9)));
        assertThat(stored("json_extract(series, '$.c[0]'), json_type(readings), json_extract(reading, '$.sensor')"))
                .isEqualTo(List.of(9L, "array", "s'\"1"));
    }

    @Test
    void valuesCompareInQueries() {
        Measure measure = measure();
        await(factory.withTransaction(session -> session.persist(measure)));
        assertThat(count("duration = :it", measure.duration)).isOne();
        assertThat(count("duration > :it", Duration.ofDays(399))).isOne();
        assertThat(count("time > :it", LocalTime.of(23, 59, 59))).isOne();
        assertThat(count("offset = :it", measure.offset.withOffsetSameInstant(ZoneOffset.UTC)))
                .isOne();
        assertThat(count("offset < :it", measure.offset.plusNanos(1_000))).isOne();
        assertThat(count("zoned = :it", measure.zoned)).isOne();
        assertThat(count("place = :it", measure.place)).isOne();
        assertThat(count("place.floor = :it", 3)).isOne();
        assertThat(count("version = :it", measure.version)).isOne();
        assertThat(count("single = :it", 0.1f)).isOne();
        assertThat(count("letter = :it", 'ß')).isOne();
        assertThat(count("big = :it", measure.big)).isOne();
        assertThat(count("exact = :it", measure.exact)).isOne();
    }

    private long count(String where, Object value) {
        return await(factory.withSession(
                session -> session.createSelectionQuery("select count(*) from Measure where " + where, Long.class)
                        .setParameter("it", value)
                        .getSingleResult()));
    }

    @Test
    void instantsOfOtherProgramsAreReadAsUtc() {
        for (String text : List.of(
                "2024-02-29 10:00:00", "2024-02-29T10:00:00Z", "2024-02-29T12:00:00+02:00", "2024-02-29 10:00")) {
            await(factory.withTransaction(
                    session -> session.createNativeQuery("insert or replace into Sample (id, instant) values (1, ?1)")
                            .setParameter(1, text)
                            .executeUpdate()));
            assertThat(await(factory.withSession(session -> session.find(Sample.class, 1))).instant)
                    .isEqualTo(Instant.parse("2024-02-29T10:00:00Z"));
        }
    }
}
