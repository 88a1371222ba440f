package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.session.tests.models.Everything;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An instant is the same whatever zones the JVM that writes it, the one that reads it, and the connection are in. */
@EachDatabase
class ZonesContract extends DatabaseContract {
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

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(before);
    }

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Everything.class};
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

    private void assertNoneMoves(List<Instant> instants, String writer, String reader) {
        inZone(writer);
        List<Everything> written = new ArrayList<>();
        for (Instant instant : instants) {
            Everything everything = new Everything();
            everything.instant = instant;
            written.add(everything);
        }
        await(db.begin(session -> session.insertAll(written)));
        inZone(reader);
        assertThat(all(Everything.class).stream()
                        .sorted(Comparator.comparing(Everything::id))
                        .map(read -> read.instant))
                .containsExactlyElementsOf(instants);
    }

    @Test
    void noZoneMovesAnInstant() {
        assertNoneMoves(EDGES, "Europe/Berlin", "Pacific/Apia");
    }

    @Test
    void hoursThatExistTwiceAreToldApartByTheSameReader() {
        assertNoneMoves(EDGES, "America/New_York", "America/New_York");
    }

    @Test
    void noneOfAThousandInstantsMoves() {
        List<Instant> instants = new Random(1582)
                .longs(
                        1_000,
                        EDGES.get(0).toEpochMilli(),
                        EDGES.get(EDGES.size() - 1).toEpochMilli())
                .mapToObj(Instant::ofEpochMilli)
                .toList();
        assertNoneMoves(instants, "America/Sao_Paulo", "Australia/Lord_Howe");
    }
}
