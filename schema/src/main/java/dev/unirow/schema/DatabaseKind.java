package dev.unirow.schema;

import java.util.Locale;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.PostgreSQLDialect;

/** The databases whose schemas can be read, compared and written. */
public enum DatabaseKind {
    POSTGRESQL("postgresql"),
    SQLITE("sqlite"),
    MARIADB("mariadb");

    private final String id;

    DatabaseKind(String id) {
        this.id = id;
    }

    /** The name as URLs and migration files write it. */
    public String id() {
        return id;
    }

    /** @throws SchemaException when no such database is known */
    public static DatabaseKind of(String id) {
        for (DatabaseKind kind : values()) {
            if (kind.id.equals(id)) {
                return kind;
            }
        }
        throw new SchemaException(
                "No schema support for '" + id + "'. Known are 'postgresql', 'sqlite' and 'mariadb'.");
    }

    /** @throws SchemaException when the dialect is neither PostgreSQL's nor MariaDB's nor one for SQLite */
    public static DatabaseKind of(Dialect dialect) {
        if (dialect instanceof PostgreSQLDialect) {
            return POSTGRESQL;
        }
        if (dialect instanceof MariaDBDialect) {
            return MARIADB;
        }
        // driver-sqlite is optional, and Hibernate's community has a dialect of its own
        if (dialect.getClass().getSimpleName().toLowerCase(Locale.ROOT).startsWith("sqlite")) {
            return SQLITE;
        }
        throw new SchemaException("No schema support for the dialect '"
                + dialect.getClass().getName() + "'. Known are PostgreSQL's, MariaDB's and SQLite's.");
    }
}
