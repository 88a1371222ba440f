package dev.unirow.migrate.internal.run;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.VersionTableName;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where MariaDB keeps {@link Progress}: a table of one row, which is there only from the begin of a step that is no
 * transaction to its end. Python's Alembic would take a table that stays for one to drop. Each version table has its
 * own, in its schema: the revisions of another program are not ours to go on with.
 */
public final class ProgressStore {
    private static final String TABLE = "unirow_progress";

    private final RunConnection run;
    private final SqlConnection connection;
    private final DatabaseKind kind;
    private final @Nullable String schema;
    private final String name;
    private final String sql;

    ProgressStore(RunConnection run) {
        VersionTableName version = run.version().name();
        this.run = run;
        this.connection = run.sql();
        this.kind = run.kind();
        this.schema = version.schema();
        this.name = nameFor(version);
        this.sql = Schemas.sql(kind, schema, name);
    }

    /** What the one beside a version table is called. */
    public static String nameFor(VersionTableName version) {
        boolean usual = version.name().equals(VersionTableName.standard().name());
        return usual ? TABLE : TABLE + "_" + version.name();
    }

    /** As messages have it. */
    String text() {
        return Schemas.qualified(schema, name);
    }

    /** Null when no step was left half-way. */
    public Uni<@Nullable Progress> read() {
        return exists().chain(there -> there
                ? connection
                        .select("select step, done, total, under_way, checksum from " + sql)
                        .map(ProgressStore::first)
                : Uni.createFrom().nullItem());
    }

    /**
     * {@link #read} for who holds the lock: a table that is empty was left when the connection was lost after the last
     * transaction, and goes.
     */
    public Uni<@Nullable Progress> readToGoOn() {
        return exists().chain(there -> there
                ? read().call(found -> found == null && !run.within()
                        ? drop()
                        : Uni.createFrom().voidItem())
                : Uni.createFrom().nullItem());
    }

    private Uni<Boolean> exists() {
        if (kind != DatabaseKind.MARIADB) {
            return Uni.createFrom().item(false);
        }
        String tables =
                "select count(*) as found from information_schema.tables where table_name = ? and table_schema = ";
        return (schema == null
                        ? connection.select(tables + "database()", List.of(name))
                        : connection.select(tables + "?", List.of(name, schema)))
                .map(rows -> number(rows.get(0), "found") > 0);
    }

    private static @Nullable Progress first(List<Map<String, @Nullable Object>> rows) {
        return rows.isEmpty() ? null : progress(rows.get(0));
    }

    private static Progress progress(Map<String, @Nullable Object> row) {
        return new Progress(
                String.valueOf(row.get("step")),
                number(row, "done"),
                number(row, "total"),
                Progress.UnderWay.values()[number(row, "under_way")],
                String.valueOf(row.get("checksum")));
    }

    private static int number(Map<String, @Nullable Object> row, String label) {
        return row.get(label) instanceof Number number ? number.intValue() : 0;
    }

    Uni<Void> begin(Progress progress) {
        return connection
                .execute("create table if not exists " + sql + " (step varchar(50) not null primary key, "
                        + "done int not null, total int not null, under_way int not null, checksum char(64) not null)"
                        + " engine = InnoDB")
                .chain(() -> connection.execute("delete from " + sql))
                .chain(() -> connection.execute(
                        "insert into " + sql + " values (?, ?, ?, ?, ?)",
                        List.of(
                                progress.step(),
                                progress.done(),
                                progress.all(),
                                progress.underWay().ordinal(),
                                progress.checksum())))
                .replaceWithVoid();
    }

    /** In the transaction that is open, if one is. */
    Uni<Void> write(Progress progress) {
        return connection
                .execute(
                        "update " + sql + " set done = ?, total = ?, under_way = ?, checksum = ?",
                        List.of(
                                progress.done(),
                                progress.all(),
                                progress.underWay().ordinal(),
                                progress.checksum()))
                .replaceWithVoid();
    }

    /** Leaves the table, since dropping it would end the transaction. */
    Uni<Void> clear() {
        return connection.execute("delete from " + sql).replaceWithVoid();
    }

    /** Within the caller's transaction it only fails where it would have to. */
    public Uni<Void> drop() {
        if (run.within()) {
            return exists().chain(there -> {
                if (there) {
                    run.requireTableChanges("Dropping the table '" + text() + "'");
                }
                return Uni.createFrom().voidItem();
            });
        }
        return kind == DatabaseKind.MARIADB
                ? connection.execute("drop table if exists " + sql).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
