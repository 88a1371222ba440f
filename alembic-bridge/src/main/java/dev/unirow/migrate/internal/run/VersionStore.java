package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.ConcurrentMigrationException;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.revision.VersionChange;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The version table as it is in one database. */
public final class VersionStore {
    private final RunConnection run;
    private final SqlConnection connection;
    private final DatabaseKind kind;
    private final VersionTable table;

    VersionStore(RunConnection run) {
        this.run = run;
        this.connection = run.sql();
        this.kind = run.kind();
        this.table = run.version();
    }

    /** Nothing when there is no version table. */
    public Uni<List<String>> rows() {
        return exists().chain(there -> there
                ? connection
                        .select(table.select())
                        .map(rows -> rows.stream()
                                .map(row ->
                                        String.valueOf(row.values().iterator().next()))
                                .toList())
                : Uni.createFrom().item(List.of()));
    }

    /** Fails with {@link MigrationException} when another table has the name. */
    public Uni<Boolean> exists() {
        return columns().map(rows -> {
            if (!isAboveZero(rows, "found")) {
                return false;
            }
            if (!isAboveZero(rows, "versions")) {
                throw new MigrationException("The table '" + table.text()
                        + "' is not a version table: it has no column '" + VersionTable.COLUMN
                        + "'. Give the version table another name.");
            }
            return true;
        });
    }

    private Uni<List<Map<String, @Nullable Object>>> columns() {
        String counts = "select count(*) as found, count(case when %s = '" + VersionTable.COLUMN
                + "' then 1 end) as versions from ";
        String name = table.name().name();
        @Nullable String schema = table.name().schema();
        return switch (kind) {
            case POSTGRESQL ->
                connection.select(
                        counts.formatted("attname") + "pg_catalog.pg_attribute"
                                + " where attrelid = to_regclass(?) and attnum > 0 and not attisdropped",
                        List.of(table.sql()));
            case MARIADB -> {
                String from = counts.formatted("column_name")
                        + "information_schema.columns where table_name = ? and table_schema = ";
                yield schema == null
                        ? connection.select(from + "database()", List.of(name))
                        : connection.select(from + "?", List.of(name, schema));
            }
            case SQLITE -> connection.select(counts.formatted("name") + "pragma_table_info(?)", List.of(name));
        };
    }

    private static boolean isAboveZero(List<Map<String, @Nullable Object>> rows, String label) {
        return rows.get(0).get(label) instanceof Number number && number.intValue() > 0;
    }

    public Uni<Void> ensure() {
        return exists().chain(there -> there
                ? Uni.createFrom().voidItem()
                : requireSchema()
                        .invoke(() -> run.requireTableChanges("Making the version table '" + table.text() + "'"))
                        .chain(() -> connection.execute(table.create()))
                        .replaceWithVoid());
    }

    /** Whoever mistypes it gets no schema made. */
    private Uni<Void> requireSchema() {
        @Nullable String schema = table.name().schema();
        if (schema == null) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .select(
                        "select count(*) as found from information_schema.schemata where schema_name = ?",
                        List.of(schema))
                .map(rows -> isAboveZero(rows, "found"))
                .invoke(isThere -> {
                    if (!isThere) {
                        throw new MigrationException("The version table cannot be made in the schema '" + schema
                                + "', which is not there, or not for this user. Make it first: create schema "
                                + Schemas.sql(kind, null, schema));
                    }
                })
                .replaceWithVoid();
    }

    public Uni<Void> drop() {
        return exists().chain(there -> there
                ? connection.execute("DROP TABLE " + table.sql()).replaceWithVoid()
                : Uni.createFrom().voidItem());
    }

    /** Fails with {@link ConcurrentMigrationException} when a change does not meet just one row. */
    public Uni<Void> apply(List<VersionChange> changes) {
        return Multi.createFrom()
                .iterable(changes)
                .onItem()
                .transformToUniAndConcatenate(this::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> apply(VersionChange change) {
        VersionTable.BoundStatement bound = table.bound(change, position -> "?");
        return connection.execute(bound.sql(), bound.values()).invoke(changed -> table.requireOneRow(change, changed));
    }
}
