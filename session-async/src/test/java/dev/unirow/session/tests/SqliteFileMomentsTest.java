package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.tests.models.Moment;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * On SQLite every type that has moments keeps them, whatever zones the JVM that writes and the one that reads are in.
 */
@OnDatabase(DatabaseKind.SQLITE_FILE)
class SqliteFileMomentsTest extends DatabaseContract {
    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(before);
    }

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Moment.class};
    }

    @Test
    void noZoneMovesAMoment() {
        List<Moment> moments = new ArrayList<>();
        for (Instant instant : ZonesContract.EDGES) {
            moments.add(new Moment(moments.size(), instant, ZoneId.of("Asia/Kathmandu")));
        }
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        await(db.begin(session -> session.insertAll(moments)));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        List<Moment> found = await(db.read(session -> session.all(select(Moment.class))));
        assertThat(found).hasSameSizeAs(moments);
        for (Moment moment : found) {
            Instant instant = ZonesContract.EDGES.get(moment.id());
            assertThat(moment.all()).allSatisfy((type, read) -> assertThat(read).isEqualTo(instant));
        }
    }
}
