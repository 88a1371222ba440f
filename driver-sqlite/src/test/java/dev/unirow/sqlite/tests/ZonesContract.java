package dev.unirow.sqlite.tests;

import static dev.unirow.sqlite.tests.HibernateContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.sqlite.SqlitePool;
import dev.unirow.testing.EachDatabase;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A moment is the same whatever zone the JVM and Hibernate are set to when it is written and when it is read. */
@EachDatabase
@Tag("slow")
class ZonesContract extends SqliteFixture {
    private static final String SAME =
            "select count(*) from Moments m where m.date = m.calendar and m.date = m.timestamp"
                    + " and m.date = m.instant and m.date = m.plain";
    private static final List<Instant> EDGES = Stream.of(
                    "0001-01-01T00:00:00Z",
                    "0001-06-15T12:30:15.5Z",
                    "1582-10-04T23:59:59Z",
                    "1582-10-10T12:00:00Z",
                    "1582-10-15T00:00:00Z",
                    "1892-05-01T11:59:59.999Z",
                    "1969-12-31T23:59:59.999Z",
                    "2011-12-30T12:00:00Z", // a day that Samoa skipped
                    "2024-03-31T01:30:00Z", // Berlin's gap
                    "2024-10-27T00:30:00Z", // and both of the hour that it has twice
                    "2024-10-27T01:30:00Z",
                    "2024-11-03T05:30:00Z", // and New York's
                    "2024-11-03T06:30:00Z",
                    "9999-12-31T23:59:59.999Z")
            .map(Instant::parse)
            .toList();

    private final TimeZone before = TimeZone.getDefault();
    private SqlitePool pool;

    @BeforeEach
    void open() {
        pool = SqlitePool.open(config());
    }

    @AfterEach
    void close() {
        TimeZone.setDefault(before);
        pool.close();
        ConnectionContract.await(pool.getCloseFuture());
    }

    private Mutiny.SessionFactory booted(String schema, String jdbcZone, String storage) {
        Map<String, String> settings = new HashMap<>(Map.of("hibernate.hbm2ddl.auto", schema));
        settings.put("hibernate.timezone.default_storage", storage);
        if (!jdbcZone.isEmpty()) {
            settings.put("hibernate.jdbc.time_zone", jdbcZone);
        }
        return Factory.with(pool, settings, Moments.class);
    }

    private void write(String jvm, String jdbcZone, String storage, List<Instant> instants) {
        TimeZone.setDefault(TimeZone.getTimeZone(jvm));
        Mutiny.SessionFactory factory = booted("create", jdbcZone, storage);
        List<Moments> rows = new ArrayList<>();
        for (Instant instant : instants) {
            rows.add(Moments.of(rows.size(), instant, ZoneId.of("Asia/Kathmandu")));
        }
        await(factory.withTransaction(session -> session.persistAll(rows.toArray())));
        factory.close();
    }

    private void assertRead(String jvm, String jdbcZone, String storage, List<Instant> instants) {
        TimeZone.setDefault(TimeZone.getTimeZone(jvm));
        Mutiny.SessionFactory factory = booted("none", jdbcZone, storage);
        List<Moments> found = await(
                factory.withSession(session -> session.createSelectionQuery("from Moments order by id", Moments.class)
                        .getResultList()));
        assertThat(found).hasSameSizeAs(instants);
        for (Moments moments : found) {
            Instant instant = instants.get(moments.id);
            assertThat(moments.all())
                    .as("%s, jdbc.time_zone '%s', storage %s", jvm, jdbcZone, storage)
                    .containsOnly(instant);
            Moments written = Moments.of(moments.id, instant, ZoneId.of("UTC"));
            assertThat(moments.local).isEqualTo(written.local);
            assertThat(moments.day).isEqualTo(written.day);
        }
        // with a column for the offset, the attribute is two columns
        String zoned = storage.equals("COLUMN") ? "" : " and m.date = m.zoned and m.date = m.offset";
        Long same = await(factory.withSession(session ->
                session.createSelectionQuery(SAME + zoned, Long.class).getSingleResult()));
        assertThat(same).isEqualTo(instants.size());
        factory.close();
    }

    @Test
    void noSettingMovesAMoment() {
        for (String storage : List.of("DEFAULT", "NORMALIZE", "NORMALIZE_UTC", "COLUMN")) {
            for (String jdbcZone : List.of("", "GMT+5", "America/New_York")) {
                write("Europe/Berlin", jdbcZone, storage, EDGES);
                assertRead("Europe/Berlin", jdbcZone, storage, EDGES);
                assertRead("Pacific/Apia", "America/Sao_Paulo", storage, EDGES);
                assertRead("America/New_York", "", storage, EDGES);
            }
        }
    }

    @Test
    void noneOfAThousandMomentsMoves() {
        Random random = new Random(1582);
        long last = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();
        long first = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
        List<Instant> instants =
                random.longs(1_000, first, last).mapToObj(Instant::ofEpochMilli).toList();
        write("America/Sao_Paulo", "Asia/Kolkata", "NORMALIZE", instants);
        assertRead("Europe/London", "Australia/Lord_Howe", "DEFAULT", instants);
    }

    @Test
    void savingACalendarAgainDoesNotMoveIt() {
        Instant start = Instant.parse("2002-08-15T10:30:15Z");
        write("Europe/Berlin", "", "DEFAULT", List.of(start));
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        Mutiny.SessionFactory factory = booted("none", "", "DEFAULT");
        for (int i = 1; i <= 3; i++) {
            await(factory.withTransaction(session ->
                    session.find(Moments.class, 0).invoke(found -> found.calendar.add(Calendar.MILLISECOND, 1))));
            assertThat(await(factory.withSession(session -> session.find(Moments.class, 0)))
                            .calendar
                            .toInstant())
                    .isEqualTo(start.plusMillis(i));
        }
        factory.close();
    }

    @Test
    void momentsAreFoundByParametersAndLiteralsAndComparedWithTheClock() {
        Instant instant = Instant.parse("2024-10-27T01:30:00Z");
        write("Europe/Berlin", "GMT+5", "DEFAULT", List.of(instant));
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        Map<String, String> settings =
                Map.of("hibernate.jdbc.time_zone", "GMT+5", "hibernate.criteria.value_handling_mode", "inline");
        Mutiny.SessionFactory factory = Factory.with(pool, settings, Moments.class);
        Moments same = Moments.of(0, instant, ZoneId.of("UTC"));
        Map<String, Object> values = Map.of(
                "date", same.date,
                "timestamp", same.timestamp,
                "calendar", same.calendar,
                "instant", instant,
                "plain", instant,
                "zoned", same.zoned,
                "offset", same.offset);
        values.forEach((attribute, value) -> {
            String byParameter = "select count(*) from Moments m where m." + attribute + " = :it";
            Long found = await(factory.withSession(session -> session.createSelectionQuery(byParameter, Long.class)
                    .setParameter("it", value)
                    .getSingleResult()));
            assertThat(found).as(attribute).isOne();
            CriteriaBuilder criteria = factory.getCriteriaBuilder();
            CriteriaQuery<Integer> query = criteria.createQuery(Integer.class);
            Root<Moments> root = query.from(Moments.class);
            query.select(root.get("id")).where(criteria.equal(root.get(attribute), criteria.literal(value)));
            List<Integer> byLiteral = await(
                    factory.withSession(session -> session.createQuery(query).getResultList()));
            assertThat(byLiteral).as(attribute).containsExactly(0);
        });
        Date clock = await(factory.withSession(
                session -> session.createSelectionQuery("select current_timestamp from Moments", Date.class)
                        .getSingleResult()));
        assertThat(Duration.between(Instant.ofEpochMilli(clock.getTime()), Instant.now()))
                .isBetween(Duration.ZERO, Duration.ofMinutes(30)); // the nearest zones differ by as much
        factory.close();
    }
}
