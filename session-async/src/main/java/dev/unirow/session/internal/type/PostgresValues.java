package dev.unirow.session.internal.type;

import io.vertx.pgclient.data.Inet;
import io.vertx.pgclient.data.Interval;
import java.net.InetAddress;
import java.time.Duration;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.JdbcType;

/**
 * Types of PostgreSQL that Hibernate sends as objects of the JDBC driver, and Vert.x's client as objects of its own.
 */
final class PostgresValues {
    private PostgresValues() {}

    static JdbcType inet() {
        return new ConvertedType<>(
                SqlTypes.INET,
                SqlTypes.INET,
                InetAddress.class,
                Inet.class,
                address -> new Inet().setAddress(address),
                Inet::getAddress);
    }

    static JdbcType interval() {
        return new ConvertedType<>(
                SqlTypes.INTERVAL_SECOND,
                SqlTypes.INTERVAL_SECOND,
                Duration.class,
                Interval.class,
                PostgresValues::interval,
                Interval::toDuration);
    }

    /** In hours and less: days and months of an interval are no spans of a fixed length. */
    private static Interval interval(Duration duration) {
        long micros = Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1_000);
        long seconds = micros / 1_000_000;
        return Interval.of()
                .hours(Math.toIntExact(seconds / 3_600))
                .minutes((int) (seconds / 60 % 60))
                .seconds((int) (seconds % 60))
                .microseconds((int) (micros % 1_000_000));
    }
}
