package dev.unirow.session.internal.echo;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names that metrics and spans share.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/database/">OpenTelemetry's conventions for databases</a>
 */
public final class Conventions {
    public static final String SYSTEM = "db.system.name";
    public static final String NAMESPACE = "db.namespace";
    public static final String OPERATION = "db.operation.name";
    public static final String COLLECTION = "db.collection.name";
    public static final String STATUS = "db.response.status_code";
    public static final String ERROR = "error.type";

    private Conventions() {}

    /** {@code postgresql}, {@code mariadb} or {@code sqlite}. */
    public static String system(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What the database answered: PostgreSQL's SQLSTATE, otherwise the number of the error; null for neither. */
    public static @Nullable String status(@Nullable String sqlState, @Nullable Integer code) {
        return code == null ? sqlState : code.toString();
    }
}
