package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Types that PostgreSQL has, which others have not. */
@OnDatabase(DatabaseKind.POSTGRESQL)
class PostgresOwnTypesTest extends DatabaseContract {
    @Entity
    public static class Own {
        @Id
        public Long id;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        public Duration interval;

        public InetAddress[] addresses;
        public List<ZoneId> zones;
        public byte[][] blocks;
    }

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Own.class};
    }

    private Own stored(Own own) {
        await(db.begin(session -> {
            session.add(own);
            return session.flush();
        }));
        return readElsewhere(Own.class, own.id);
    }

    /** As JSON, Vert.x has parsed it. */
    @Test
    void jsonOfHandWrittenSqlKeepsItsDigitsAsText() {
        String decimal = "0.1234567890123456789012345";
        String sql = "select x as parsed, cast(x as text) as text from (select cast('{\"a\": " + decimal
                + "}' as jsonb) as x) json";

        Map<String, Object> row =
                await(db.connect(connection -> connection.select(sql))).get(0);

        assertThat(row.get("text")).isEqualTo("{\"a\": " + decimal + "}");
        assertThat(row.get("parsed")).asString().contains("0.123456789012345").doesNotContain(decimal);
    }

    @Test
    void intervalsComeBackAsTheyWent() {
        List<Duration> durations = List.of(
                Duration.ofMillis(1_500),
                Duration.ofMillis(-1_500),
                Duration.ofDays(-400),
                Duration.ofDays(10_000).plusNanos(1_000),
                Duration.ZERO);
        for (int i = 0; i < durations.size(); i++) {
            Own own = new Own();
            own.id = (long) i;
            own.interval = durations.get(i);

            assertThat(stored(own).interval).isEqualTo(durations.get(i));
        }
    }

    @Test
    void arraysOfItsOwnTypesComeBackAsTheyWent() throws Exception {
        Own own = new Own();
        own.id = 1L;
        own.addresses = new InetAddress[] {InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), null};
        own.zones = List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("+02:00"));
        own.blocks = new byte[][] {{1, 0}, {}};

        Own found = stored(own);

        assertThat(found.addresses).isEqualTo(own.addresses);
        assertThat(found.zones).isEqualTo(own.zones);
        assertThat(found.blocks).isDeepEqualTo(own.blocks);
    }

    @Test
    void nullsComeBackAsNulls() {
        Own own = new Own();
        own.id = 1L;

        assertThat(stored(own)).usingRecursiveComparison().isEqualTo(own);
    }
}
