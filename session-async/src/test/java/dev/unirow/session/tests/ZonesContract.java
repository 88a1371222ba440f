package dev.unirow.session.tests;

import static dev.unirow.query.Queries.lookup;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Naming;
import dev.unirow.query.Hql;
import dev.unirow.query.Queries;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.session.tests.models.Moment;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A moment is the same whatever zones the JVM that writes it, the one that reads it, and the connection are in. */
@EachDatabase
class ZonesContract extends DatabaseContract {
    /** What is stored is equal, too. */
    private static final Hql<Long> SAME =
            Queries.hql(Long.class, "select count(*) from Moment m where m.date = m.timestamp and m.date = m.calendar");

    static final List<Instant> EDGES = Stream.of(
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

    /** Which ends in the year 10000 elsewhere, which an OffsetDateTime cannot be of. */
    private static final Instant LAST_DAY = Instant.parse("9999-12-31T00:00:00Z");

    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(before);
    }

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Moment.class};
    }

    /** The driver of MariaDB has its connections in UTC; a zone of PostgreSQL's comes with the database. */
    @Override
    public Database open() {
        String url = target.newDatabaseUrl();
        if (target.kind() == DatabaseKind.POSTGRESQL) {
            String zone = "do $$ begin execute format('alter database %I set timezone = ''Asia/Tokyo''', "
                    + "current_database()); end $$";
            try (Database setting = Database.open(url, models())) {
                await(setting.connect(connection -> connection.execute(zone)));
            }
        }
        return Database.open(url, models());
    }

    private static void inZone(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
    }

    private static List<Moment> moments(List<Instant> instants) {
        List<Moment> moments = new ArrayList<>();
        for (Instant instant : instants) {
            moments.add(new Moment(moments.size(), instant, instant.isBefore(LAST_DAY) ? KATHMANDU : ZoneOffset.UTC));
        }
        return moments;
    }

    private void assertNoneMoves(List<Instant> instants, String writer, String reader) {
        inZone(writer);
        await(db.begin(session -> session.insertAll(moments(instants))));
        inZone(reader);
        List<Moment> found = all(Moment.class);
        assertThat(found).hasSameSizeAs(instants);
        for (Moment moment : found) {
            assertThat(moment.all())
                    .allSatisfy((type, read) -> assertThat(read).as(type).isEqualTo(instants.get(moment.id())));
        }
        Long same = await(db.read(session -> session.one(SAME)));
        assertThat(same).isEqualTo(instants.size());
    }

    @Test
    void noZoneMovesAMoment() {
        assertNoneMoves(EDGES, "Europe/Berlin", "Pacific/Apia");
    }

    @Test
    void hoursThatExistTwiceAreToldApartByTheSameReader() {
        assertNoneMoves(EDGES, "America/New_York", "America/New_York");
    }

    @Test
    void noneOfAThousandMomentsMoves() {
        List<Instant> instants = new Random(1582)
                .longs(
                        1_000,
                        EDGES.get(0).toEpochMilli(),
                        EDGES.get(EDGES.size() - 1).toEpochMilli())
                .mapToObj(Instant::ofEpochMilli)
                .toList();
        assertNoneMoves(instants, "America/Sao_Paulo", "Australia/Lord_Howe");
    }

    @Test
    void aChangedCalendarIsOnlyMovedByTheChange() {
        Instant start = Instant.parse("2002-08-15T10:30:15Z");
        inZone("Europe/Berlin");
        await(db.begin(session -> session.insertAll(moments(List.of(start)))));
        for (int i = 1; i <= 3; i++) {
            await(db.begin(session ->
                    session.get(Moment.class, 0).invoke(found -> found.calendar.add(Calendar.MILLISECOND, 1))));
            assertThat(readElsewhere(Moment.class, 0).calendar.toInstant()).isEqualTo(start.plusMillis(i));
        }
    }

    @Test
    void aMomentIsFoundAndAssignedAsAParameterInAnotherZone() {
        Instant hourTwice = Instant.parse("2024-10-27T01:30:00Z");
        inZone("Europe/Berlin");
        await(db.begin(session -> session.insertAll(moments(List.of(hourTwice)))));
        inZone("America/New_York");
        Moment same = new Moment(0, hourTwice, ZoneId.of("UTC"));
        Map<String, Object> values = Map.of(
                "date", same.date,
                "timestamp", same.timestamp,
                "calendar", same.calendar,
                "instant", same.instant,
                "zoned", same.zoned,
                "offset", same.offset);
        values.forEach((attribute, value) -> {
            long found =
                    await(db.read(session -> session.count(select(Moment.class).where(lookup(attribute, value)))));
            assertThat(found).as(attribute).isOne();
            await(db.begin(session ->
                    session.execute(update(Moment.class).set(attribute, value).where(lookup("id", 0)))));
        });
        inZone("Asia/Tokyo");
        assertThat(readElsewhere(Moment.class, 0).all())
                .allSatisfy((type, read) -> assertThat(read).as(type).isEqualTo(hourTwice));
    }

    @Test
    void createAllIsWhatTheModelsAskForWithAndWithoutADatabase() {
        List<Operation> differences = await(db.connect(connection -> Schemas.live(db.kind(), connection)
                .chain(live -> Schemas.compare(db.kind(), connection, live, db.metadata()))));
        assertThat(differences).isEmpty();
        assertThat(Schemas.wanted(Target.parse(db.kind().id()), Naming.standard(), List.of(models()), Map.of()))
                .isEqualTo(db.metadata());
    }
}
