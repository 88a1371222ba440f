package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.ConcurrentMigrationException;
import dev.unirow.migrate.revision.VersionChange;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The version table as it is in one database. */
public final class VersionStore {
    private final SqlConnection connection;
    private final DatabaseKind kind;
    private final VersionTable table = new VersionTable();

    public VersionStore(SqlConnection connection, DatabaseKind kind) {
        this.connection = connection;
        this.kind = kind;
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

    public Uni<Boolean> exists() {
        String sql = switch (kind) {
            case POSTGRESQL -> "select count(*) as found from pg_catalog.pg_class where oid = to_regclass('%s')";
            case MARIADB ->
                "select count(*) as found from information_schema.tables "
                        + "where table_schema = database() and table_name = '%s'";
            case SQLITE -> "select count(*) as found from sqlite_schema where type = 'table' and name = '%s'";
        };
        return connection
                .select(sql.formatted(table.name()))
                .map(rows -> rows.get(0).get("found") instanceof Number found && found.intValue() > 0);
    }

    public Uni<Void> ensure() {
        return exists().chain(there -> there
                ? Uni.createFrom().voidItem()
                : connection.execute(table.create()).replaceWithVoid());
    }

    public Uni<Void> drop() {
        return exists().chain(there -> there
                ? connection.execute("DROP TABLE " + table.name()).replaceWithVoid()
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
