package dev.unirow.schema;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;

/**
 * A database to write SQL for without being connected to it. The version is part of it, because types depend on it.
 *
 * @param minor the minor version, 0 where it does not matter
 */
public record Target(DatabaseKind kind, int major, int minor) {
    private static final Pattern TEXT = Pattern.compile("([a-z]+)(?:[ :-]?([0-9]+)(?:\\.([0-9]+))?)?");
    private static final String SQLITE_DIALECT = "dev.unirow.sqlite.dialect.SqliteDialect";

    public static Target postgresql() {
        return new Target(DatabaseKind.POSTGRESQL, 15, 0);
    }

    public static Target sqlite() {
        return new Target(DatabaseKind.SQLITE, 3, 45);
    }

    /** The oldest that is supported. */
    public static Target mariadb() {
        return new Target(DatabaseKind.MARIADB, 10, 11);
    }

    /**
     * From a text such as {@code postgresql}, {@code postgresql-16} or {@code sqlite-3.53}.
     *
     * @throws SchemaException when it is not of this form, or the database is not supported
     */
    public static Target parse(String text) {
        Matcher matcher = TEXT.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new SchemaException("'" + text
                    + "' is not a database and its version. Write 'postgresql', 'postgresql-16' or 'sqlite-3.53'.");
        }
        DatabaseKind kind = DatabaseKind.of(matcher.group(1));
        Target unpinned = switch (kind) {
            case POSTGRESQL -> postgresql();
            case SQLITE -> sqlite();
            case MARIADB -> mariadb();
        };
        return matcher.group(2) == null
                ? unpinned
                : new Target(
                        kind,
                        Integer.parseInt(matcher.group(2)),
                        matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
    }

    /**
     * What Hibernate must be told instead of asking the database.
     *
     * @throws SchemaException when the dialect's module is not on the class path
     */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(Map.of(
                JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, productName(),
                JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, major,
                JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, minor));
        if (kind != DatabaseKind.SQLITE) {
            // as the drivers of the servers have it, so that offline and live models ask for the same types
            settings.put(MappingSettings.JAVA_TIME_USE_DIRECT_JDBC, true);
        }
        if (kind == DatabaseKind.SQLITE) {
            settings.put(JdbcSettings.DIALECT, sqliteDialect());
        }
        return settings;
    }

    private String productName() {
        return switch (kind) {
            case POSTGRESQL -> "PostgreSQL";
            case SQLITE -> "SQLite";
            case MARIADB -> "MariaDB";
        };
    }

    // by name: driver-sqlite is an optional dependency
    private static Class<?> sqliteDialect() {
        try {
            return Class.forName(SQLITE_DIALECT);
        } catch (ClassNotFoundException e) {
            throw new SchemaException(
                    "The schema for SQLite needs the dialect '" + SQLITE_DIALECT
                            + "', which is not on the class path. Add the dependency 'dev.unirow:driver-sqlite'.",
                    e);
        }
    }
}
