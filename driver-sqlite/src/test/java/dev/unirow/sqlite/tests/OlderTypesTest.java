package dev.unirow.sqlite.tests;

import static dev.unirow.sqlite.tests.HibernateContract.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.testing.Waiting;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Transient;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.hibernate.annotations.Formula;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Types of Java before its eighth version and of Vert.x, converters, and callbacks. */
class OlderTypesTest {
    @SuppressWarnings("deprecation")
    @Entity(name = "Antique")
    static class Antique {
        @Id
        @GeneratedValue
        Long id;

        @Temporal(TemporalType.DATE)
        Date day;

        @Temporal(TemporalType.TIME)
        Date hour;

        @Temporal(TemporalType.TIMESTAMP)
        Date moment;

        java.sql.Date sqlDay;
        Time sqlTime;
        Timestamp sqlMoment;

        @Temporal(TemporalType.DATE)
        Calendar calendarDay;

        @Temporal(TemporalType.TIMESTAMP)
        Calendar calendarMoment;

        TimeZone zone;
        JsonObject json;
        URL url;
        Class<?> type;
        char[] letters;
        String[] serialized;

        @Convert(converter = YesNoConverter.class)
        Boolean yesNo;

        @Convert(converter = TrueFalseConverter.class)
        Boolean trueFalse;

        @Convert(converter = NumericBooleanConverter.class)
        Boolean number;

        @Convert(converter = AsText.class)
        BigInteger huge;

        @Formula("current_timestamp")
        Instant now;

        @Formula("current_date")
        LocalDate today;

        @Formula("current_time")
        LocalTime timeOfDay;

        @Transient
        String heard = "";

        @PrePersist
        void beforePersist() {
            heard += "persist ";
        }

        @PostLoad
        void afterLoad() {
            heard += "load ";
        }
    }

    static class AsText implements AttributeConverter<BigInteger, String> {
        @Override
        public String convertToDatabaseColumn(BigInteger value) {
            return value == null ? null : value.toString();
        }

        @Override
        public BigInteger convertToEntityAttribute(String text) {
            return text == null ? null : new BigInteger(text);
        }
    }

    private SqlitePool pool;
    private Mutiny.SessionFactory factory;

    @BeforeEach
    void open() {
        pool = SqlitePool.open(SqliteConfig.memory());
        factory = Factory.creating(pool, Antique.class);
    }

    @AfterEach
    void close() {
        factory.close();
        pool.close();
        ConnectionContract.await(pool.getCloseFuture());
    }

    private Antique roundTrip(Antique antique) {
        await(factory.withTransaction(session -> session.persist(antique)));
        return await(factory.withSession(session -> session.find(Antique.class, antique.id)));
    }

    @Test
    void datesTimesAndCalendarsComeBack() {
        Antique antique = new Antique();
        antique.day = new GregorianCalendar(2000, Calendar.FEBRUARY, 29).getTime();
        antique.hour = Time.valueOf("23:59:58");
        antique.moment = new Date(1_700_000_000_123L);
        antique.sqlDay = java.sql.Date.valueOf("1999-12-31");
        antique.sqlTime = Time.valueOf("01:02:03");
        antique.sqlMoment = Timestamp.valueOf("2024-02-29 13:45:00.123456789");
        antique.calendarDay = new GregorianCalendar(2002, Calendar.AUGUST, 15);
        antique.calendarMoment = new GregorianCalendar(2002, Calendar.AUGUST, 15, 12, 30, 15);
        Antique found = roundTrip(antique);
        assertThat(found.day).hasSameTimeAs(antique.day);
        assertThat(found.hour).isInstanceOf(Time.class).isEqualTo(antique.hour);
        assertThat(found.moment).isEqualTo(new Timestamp(antique.moment.getTime()));
        assertThat(found.sqlDay).isEqualTo(antique.sqlDay);
        assertThat(found.sqlTime).isEqualTo(antique.sqlTime);
        assertThat(found.sqlMoment).isEqualTo(antique.sqlMoment);
        assertThat(found.calendarDay.getTime()).isEqualTo(antique.calendarDay.getTime());
        assertThat(found.calendarMoment.getTimeInMillis()).isEqualTo(antique.calendarMoment.getTimeInMillis());
    }

    @Test
    void otherValuesComeBack() throws Exception {
        Antique antique = new Antique();
        antique.zone = TimeZone.getTimeZone("America/Los_Angeles");
        antique.url = URI.create("http://example.org/").toURL();
        antique.type = String.class;
        antique.json = new JsonObject().put("list", new JsonArray().add(1).addNull());
        antique.letters = new char[] {'a', 'ß'};
        antique.serialized = new String[] {"hello", "world"};
        antique.yesNo = true;
        antique.trueFalse = false;
        antique.number = true;
        antique.huge = BigInteger.TEN.pow(40);
        Antique found = roundTrip(antique);
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFields("heard", "json", "now", "today", "timeOfDay")
                .isEqualTo(antique);
        assertThat(found.json).isEqualTo(antique.json);
        Object[] stored = (Object[]) await(factory.withSession(
                session -> session.createNativeQuery("select yesNo, trueFalse, number, huge from Antique")
                        .getSingleResult()));
        assertThat(stored).containsExactly("Y", "F", 1L, "1" + "0".repeat(40));
    }

    @Test
    void jsonOfVertxIsStoredAsTextAndComparedInQueries() {
        Antique antique = new Antique();
        antique.json = new JsonObject().put("a", 1);
        await(factory.withTransaction(session -> session.persist(antique)));
        List<Antique> found = await(factory.withSession(
                session -> session.createSelectionQuery("from Antique where json = :it", Antique.class)
                        .setParameter("it", new JsonObject().put("a", 1))
                        .getResultList()));
        assertThat(found).extracting(read -> read.json).containsExactly(antique.json);
        List<Object> stored = await(factory.withSession(
                session -> session.createNativeQuery("select json ->> '$.a' from Antique", Object.class)
                        .getResultList()));
        assertThat(stored).containsExactly(1L);
    }

    @Test
    void theDatabasesClockIsReadInUtcAndCallbacksAreCalled() {
        Antique antique = new Antique();
        Antique found = roundTrip(antique);
        assertThat(Duration.between(found.now, Instant.now()).abs()).isLessThan(Waiting.LIMIT);
        assertThat(found.today).isNotNull();
        assertThat(found.timeOfDay).isNotNull();
        assertThat(antique.heard).isEqualTo("persist ");
        assertThat(found.heard).isEqualTo("load ");
    }

    @Test
    void theClockInANativeQueryIsATimeAndNoText() {
        Object[] row = (Object[]) await(factory.withSession(
                session -> session.createNativeQuery("select current_timestamp, CURRENT_DATE, current_time")
                        .getSingleResult()));
        assertThat(row[0]).isInstanceOf(LocalDateTime.class);
        assertThat(row[1]).isInstanceOf(LocalDate.class);
        assertThat(row[2]).isInstanceOf(LocalTime.class);
        assertThat((LocalDateTime) row[0]).isCloseTo(LocalDateTime.now(ZoneOffset.UTC), within(1, ChronoUnit.MINUTES));
    }
}
