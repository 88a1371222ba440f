package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.ConcurrentMigrationException;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.internal.script.RevisionName;
import dev.unirow.migrate.revision.VersionChange;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.VersionTableName;
import dev.unirow.schema.engine.Schemas;
import java.util.List;

/** The table that Alembic keeps, and the statements that move its rows. */
public final class VersionTable {
    static final String COLUMN = "version_num";

    private final VersionTableName table;
    private final DatabaseKind kind;
    private final String name;

    /** @throws MigrationException when it is in a schema, and the database has none */
    public VersionTable(VersionTableName table, DatabaseKind kind) {
        if (kind == DatabaseKind.SQLITE && table.schema() != null) {
            throw new MigrationException("The version table cannot be in the schema '" + table.schema()
                    + "': SQLite has no schemas. Leave the schema of the version table out for this database.");
        }
        this.table = table;
        this.kind = kind;
        this.name = Schemas.sql(kind, table.schema(), table.name());
    }

    /** As SQL writes it. */
    String sql() {
        return name;
    }

    DatabaseKind kind() {
        return kind;
    }

    VersionTableName name() {
        return table;
    }

    /** As messages have it, and as {@link Schema#table} finds it where its schema is read. */
    public String text() {
        return Schemas.qualified(table.schema(), table.name());
    }

    String create() {
        return """
                CREATE TABLE %1$s (
                    %2$s VARCHAR(%3$d) NOT NULL,
                    CONSTRAINT %4$s PRIMARY KEY (%2$s)
                )""".formatted(
                        name, COLUMN, RevisionName.MAXIMUM_ID_LENGTH, Schemas.sql(kind, null, table.name() + "_pkc"));
    }

    String select() {
        return "SELECT " + COLUMN + " FROM " + name;
    }

    /** With a marker for each value; {@code marker(1)} is the first. */
    BoundStatement bound(VersionChange change, ParameterMarker marker) {
        if (change instanceof VersionChange.Insert insert) {
            return new BoundStatement(
                    "INSERT INTO " + name + " (" + COLUMN + ") VALUES (" + marker.at(1) + ")",
                    List.of(insert.version()));
        }
        if (change instanceof VersionChange.Update update) {
            return new BoundStatement(
                    "UPDATE " + name + " SET " + COLUMN + "=" + marker.at(1) + " WHERE " + COLUMN + " = "
                            + marker.at(2),
                    List.of(update.to(), update.from()));
        }
        if (change instanceof VersionChange.Delete delete) {
            return new BoundStatement(
                    "DELETE FROM " + name + " WHERE " + COLUMN + " = " + marker.at(1), List.of(delete.version()));
        }
        return new BoundStatement("DELETE FROM " + name, List.of());
    }

    /** With the values in the text, for scripts that somebody else runs. */
    String literal(VersionChange change) {
        BoundStatement bound = bound(change, position -> "\0" + position);
        String sql = bound.sql();
        for (int value = 0; value < bound.values().size(); value++) {
            sql = sql.replace(
                    "\0" + (value + 1), "'" + bound.values().get(value).replace("'", "''") + "'");
        }
        return sql;
    }

    /**
     * Guards against a run that another one has overtaken.
     *
     * @throws ConcurrentMigrationException when a change that is about one row met none, or several
     */
    void requireOneRow(VersionChange change, long found) {
        if (found == 1 || change instanceof VersionChange.DeleteAll) {
            return;
        }
        throw ConcurrentMigrationException.ofRow(describe(change), text(), found);
    }

    private static String describe(VersionChange change) {
        if (change instanceof VersionChange.Insert insert) {
            return "inserting '" + insert.version() + "'";
        }
        if (change instanceof VersionChange.Update update) {
            return "updating '" + update.from() + "' to '" + update.to() + "'";
        }
        return "deleting '" + ((VersionChange.Delete) change).version() + "'";
    }

    /** How a driver marks the value at a position that is counted from 1. */
    interface ParameterMarker {
        String at(int position);
    }

    record BoundStatement(String sql, List<String> values) {
        BoundStatement {
            values = List.copyOf(values);
        }
    }
}
