package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.sqlite.SqlitePool;
import dev.unirow.testing.EachDatabase;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HQL's computing with dates and times, with the results that Hibernate documents and PostgreSQL has. */
@EachDatabase
class TimeArithmeticContract extends SqliteFixture {
    private static final LocalDateTime TS = LocalDateTime.parse("2024-01-31T10:00:00.5");

    private SqlitePool pool;
    private Mutiny.SessionFactory factory;

    @BeforeEach
    void open() {
        pool = SqlitePool.open(config());
        factory = Factory.creating(pool, Moment.class);
        Moment moment = new Moment();
        moment.id = 1;
        moment.ts = TS;
        moment.ts2 = LocalDateTime.parse("2024-02-01T01:00:00");
        moment.d = LocalDate.of(2024, 1, 31);
        moment.d2 = LocalDate.of(2025, 3, 1);
        moment.t = LocalTime.parse("23:30:00.123456789");
        moment.at = Instant.parse("1969-12-31T23:59:59.999999Z");
        moment.odt = OffsetDateTime.parse("2024-01-31T10:00:00.5+02:00");
        moment.kept = OffsetDateTime.parse("2024-01-31T22:15:00.25-05:30");
        moment.ot = OffsetTime.parse("12:00:00+05:45");
        moment.plain = moment.ot;
        moment.length = Duration.ofHours(26).plusNanos(1000);
        moment.n = -7;
        moment.x = 1.5;
        HibernateContract.await(factory.withTransaction(session -> session.persistAll(moment, empty())));
    }

    private static Moment empty() {
        Moment moment = new Moment();
        moment.id = 2;
        return moment;
    }

    @AfterEach
    void close() {
        factory.close();
        pool.close();
    }

    private Object of(String expression) {
        return of(expression, 1);
    }

    private Object of(String expression, int id) {
        return HibernateContract.await(factory.withSession(session -> session.createSelectionQuery(
                        "select " + expression + " from Moment e where e.id = " + id, Object.class)
                .getSingleResultOrNull()));
    }

    @Test
    void addingKeepsTheFractionOfASecond() {
        assertThat(of("e.ts + 1 hour")).isEqualTo(TS.plusHours(1));
        assertThat(of("e.ts + 1 second")).isEqualTo(TS.plusSeconds(1));
        assertThat(of("e.ts + 1 day - 2 minute")).isEqualTo(TS.plusDays(1).minusMinutes(2));
        assertThat(of("e.ts + 1 nanosecond")).isEqualTo(TS.plusNanos(1));
        assertThat(of("e.ts - 1 week")).isEqualTo(TS.minusWeeks(1));
        assertThat(of("e.t + 1 hour")).isEqualTo(LocalTime.parse("00:30:00.123456789"));
        assertThat(of("e.at + 1 second")).isEqualTo(Instant.parse("1970-01-01T00:00:00.999999Z"));
        assertThat(of("e.kept + 1 hour")).isEqualTo(OffsetDateTime.parse("2024-01-31T23:15:00.25-05:30"));
        assertThat(of("timestampadd(hour, 3, e.ts)")).isEqualTo(TS.plusHours(3));
        assertThat(of("e.ts + 1 hour - e.ts")).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void partsOfUnitsAreAddedAsPostgresAddsThem() {
        assertThat(of("e.ts + 1.5 second")).isEqualTo(TS.plusNanos(1_500_000_000));
        assertThat(of("e.ts + e.x hour")).isEqualTo(TS.plusMinutes(90));
        assertThat(of("e.ts + e.x month")).as("29 February and half of 30 days").isEqualTo(TS.plusDays(44));
        assertThat(of("e.d + 25 hour")).isEqualTo(LocalDate.of(2024, 2, 1));
        assertThat(of("e.d - 1 hour")).isEqualTo(LocalDate.of(2024, 1, 30));
        assertThat(of("e.t + 1 month")).isEqualTo(LocalTime.parse("23:30:00.123456789"));
    }

    @Test
    void addedMonthsEndAtTheLastDayOfAShorterMonth() {
        assertThat(of("e.ts + 1 month")).isEqualTo(LocalDateTime.parse("2024-02-29T10:00:00.5"));
        assertThat(of("e.d + 1 month")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(of("e.ts - e.n month")).isEqualTo(LocalDateTime.parse("2024-08-31T10:00:00.5"));
        assertThat(of("e.d + 1 quarter")).isEqualTo(LocalDate.of(2024, 4, 30));
        assertThat(of("e.d + 1 month + 1 year")).isEqualTo(LocalDate.of(2025, 2, 28));
    }

    @Test
    void columnsOfDurationsAreAdded() {
        assertThat(of("e.ts + e.length")).isEqualTo(TS.plusHours(26).plusNanos(1000));
        assertThat(of("e.ts - 2 * e.length")).isEqualTo(TS.minusHours(52).minusNanos(2000));
        assertThat(of("e.length + 1 hour")).isEqualTo(Duration.ofHours(27).plusNanos(1000));
    }

    @Test
    void updatesKeepTheFractionOfASecond() {
        HibernateContract.await(factory.withTransaction(
                session -> session.createMutationQuery("update Moment e set e.ts = e.ts + 1 hour where e.id = 1")
                        .executeUpdate()));
        assertThat(of("e.ts")).isEqualTo(TS.plusHours(1));
    }

    @Test
    void castsKeepTheFractionOfASecond() {
        assertThat(of("cast('2024-01-31 10:00:00.5' as LocalDateTime)")).isEqualTo(TS);
        assertThat(of("cast('2024-01-31T10:00:00.123456789' as LocalDateTime)"))
                .isEqualTo(LocalDateTime.parse("2024-01-31T10:00:00.123456789"));
        assertThat(of("cast('10:00:00.25' as LocalTime)")).isEqualTo(LocalTime.parse("10:00:00.25"));
        assertThat(of("cast(e.ts as LocalTime)")).isEqualTo(TS.toLocalTime());
        assertThat(of("extract(time from e.ts)")).isEqualTo(TS.toLocalTime());
        assertThat(of("cast(e.ts as String)")).isEqualTo("2024-01-31 10:00:00.5");
    }

    @Test
    void offsetsInTextsCountInCastsToInstantsOnly() {
        Instant instant = Instant.parse("2024-01-31T08:00:00.5Z");
        assertThat(of("cast('2024-01-31T10:00:00.5+02:00' as Instant)")).isEqualTo(instant);
        assertThat(of("cast('2024-01-31 10:00:00.5+02' as OffsetDateTime)"))
                .isEqualTo(instant.atOffset(ZoneOffset.UTC));
        assertThat(of("cast('2024-01-31T10:00:00.5+02:00' as LocalDateTime)")).isEqualTo(TS);
        assertThat(of("cast(e.odt as String)")).isEqualTo("2024-01-31 08:00:00.5+00");
        assertThat(of("cast(cast(e.odt as String) as Instant)")).isEqualTo(instant);
    }

    @Test
    void aTimeWithAnOffsetKeepsIt() {
        assertThat(of("e.plain + 90 minute")).isEqualTo(OffsetTime.parse("13:30:00+05:45"));
        assertThat(of("extract(hour from e.plain)")).isEqualTo(12);
        assertThat(of("format(e.plain as 'HH:mm xxx')")).isEqualTo("12:00 +05:45");
        assertThat(of("cast(e.plain as LocalTime)")).isEqualTo(LocalTime.NOON);
    }

    @Test
    void monthsQuartersAndYearsAreWholeOnes() {
        assertThat(of("(e.ts2 - e.ts) by month")).as("fifteen hours").isEqualTo(0L);
        assertThat(of("(e.ts + 1 month - e.ts) by month"))
                .as("the 29th is not the 31st")
                .isEqualTo(0L);
        assertThat(of("(e.d2 - e.d) by month")).isEqualTo(13L);
        assertThat(of("(e.d - e.d2) by month")).isEqualTo(-13L);
        assertThat(of("(e.d2 - e.d) by quarter")).isEqualTo(4L);
        assertThat(of("(e.d2 - e.d) by year")).isEqualTo(1L);
        assertThat(of("timestampdiff(year, e.d2, e.d)")).isEqualTo(-1L);
    }

    @Test
    void differencesAreExact() {
        assertThat(of("(e.ts2 - e.ts) by nanosecond")).isEqualTo(53_999_500_000_000L);
        assertThat(of("(e.ts2 - e.ts) by second")).isEqualTo(53_999L);
        assertThat(of("(e.ts - e.ts2) by second")).isEqualTo(-53_999L);
        assertThat(of("timestampdiff(second, e.ts2, e.ts)")).isEqualTo(-53_999.5);
        assertThat(of("(e.ts - e.ts2) by day")).isEqualTo(0L);
        assertThat(of("e.ts2 - e.ts")).isEqualTo(Duration.ofSeconds(53_999, 500_000_000));
        assertThat(of("(e.kept - e.odt) by minute")).isEqualTo(1_184L);
        assertThat(of("e.length by hour")).isEqualTo(26L);
        assertThat(of("(90 minute) by hour")).isEqualTo(1L);
        assertThat(of("(e.x hour) by minute")).isEqualTo(90L);
    }

    @Test
    void fieldsAreThoseOfTheStoredMoment() {
        assertThat(of("extract(second from e.t)")).isEqualTo(0.123456789f);
        assertThat(of("extract(nanosecond from e.at)")).isEqualTo(59_999_999_000L);
        assertThat(of("extract(day from e.at)")).as("not rounded up").isEqualTo(31);
        assertThat(of("extract(week from date 2021-01-03)")).isEqualTo(53);
        assertThat(of("extract(week of month from e.d)")).isEqualTo(5);
        assertThat(of("extract(hour from e.kept)")).isEqualTo(22);
        assertThat(of("extract(hour from e.kept + 1 hour)")).isEqualTo(23);
        assertThat(of("extract(offset hour from e.kept)")).isEqualTo(-5);
        assertThat(of("extract(offset minute from e.kept)")).isEqualTo(-30);
        assertThat(of("extract(offset from e.kept)")).isEqualTo(ZoneOffset.of("-05:30"));
    }

    @Test
    void truncatedMomentsKeepTheirType() {
        assertThat(of("trunc(e.ts, hour)")).isEqualTo(LocalDateTime.parse("2024-01-31T10:00"));
        assertThat(of("truncate(e.ts, month)")).isEqualTo(LocalDateTime.parse("2024-01-01T00:00"));
        assertThat(of("trunc(e.ts, week)")).isEqualTo(LocalDateTime.parse("2024-01-29T00:00"));
        assertThat(of("trunc(e.d2, quarter)")).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(of("trunc(e.t, minute)")).isEqualTo(LocalTime.of(23, 30));
        assertThat(of("trunc(e.at, second)")).isEqualTo(Instant.parse("1969-12-31T23:59:59Z"));
        assertThat(of("trunc(e.x)")).isEqualTo(1.0);
    }

    @Test
    void formatsAreThoseOfJava() {
        assertThat(of("format(e.ts as 'HH:mm:ss.SSS')")).isEqualTo("10:00:00.500");
        assertThat(of("format(e.at as 'HH:mm:ss.SSSSSS')")).isEqualTo("23:59:59.999999");
        assertThat(of("format(e.ts as 'EEEE, d MMMM yyyy G, h ''o''''clock'' a')"))
                .isEqualTo("Wednesday, 31 January 2024 AD, 10 o'clock AM");
        assertThat(of("format(date 2021-01-03 as 'YYYY-ww-e, D')")).isEqualTo("2020-53-7, 3");
        assertThat(of("format(e.ot as 'HH:mm:ssxxx')")).isEqualTo("12:00:00+05:45");
        assertThat(of("format(e.kept as 'yyyy-MM-dd HH:mm xxx xx x')"))
                .isEqualTo("2024-01-31 22:15 -05:30 -0530 -0530");
        assertThat(of("format(e.kept + 1 day as 'dd HH xxx')")).isEqualTo("01 22 -05:30");
        assertThat(of("format(e.odt as 'HH:mm xxx Z z')")).isEqualTo("08:00 +00:00 +0000 +00:00");
    }

    @Test
    void remaindersOfIntegersAreIntegers() {
        assertThat(of("e.n % 4 / 2")).isEqualTo(-1);
        assertThat(of("mod(e.n, 4) / 2")).isEqualTo(-1);
        assertThat(of("cast(e.n % 4 as String)")).isEqualTo("-3");
        CriteriaBuilder builder = factory.getCriteriaBuilder();
        CriteriaQuery<Number> query = builder.createQuery(Number.class);
        Root<Moment> root = query.from(Moment.class);
        query.select(builder.quot(builder.mod(root.<Integer>get("n"), 4), 2)).where(builder.equal(root.get("id"), 1));
        Number found = HibernateContract.await(
                factory.withSession(session -> session.createQuery(query).getSingleResult()));
        assertThat(found).as("of the criteria's mod()").isEqualTo(-1);
    }

    @Test
    void nothingComesOfNothing() {
        for (String expression : new String[] {
            "e.ts + 1 hour",
            "e.d + 1 month",
            "e.kept + 1 hour",
            "e.ts + e.length",
            "(e.ts - e.ts2) by month",
            "e.ts - e.ts2",
            "extract(hour from e.kept)",
            "trunc(e.ts, day)",
            "format(e.kept as 'xxx')",
            "cast(e.text as LocalDateTime)",
            "cast(e.at as String)"
        }) {
            assertThat(of(expression, 2)).as(expression).isNull();
        }
    }

    @Test
    void whatCannotBeComputedSaysWhy() {
        assertThatThrownBy(() -> of("e.ts + 9000 year"))
                .hasStackTraceContaining("dates of the years 0 to 9999, not of the year 11024");
        assertThatThrownBy(() -> of("(e.ts + 300 year - e.ts) by nanosecond"))
                .hasStackTraceContaining("durations of up to 292 years")
                .hasStackTraceContaining("'by second'");
        assertThatThrownBy(() -> of("cast('soon' as LocalDate)"))
                .hasStackTraceContaining("cannot be read as a date or time");
        assertThatThrownBy(() -> of("format(e.ts as 'MMMMMMM')")).hasMessageContaining("Too many pattern letters: M");
    }
}
