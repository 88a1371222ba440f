package dev.unirow.migrate.internal.run;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where MariaDB keeps {@link Progress}: a table of one row, which is there only from the begin of a step that is no
 * transaction to its end. Python's Alembic would take a table that stays for one to drop.
 */
public final class ProgressStore {
    public static final String TABLE = "unirow_progress";

    private final SqlConnection connection;
    private final DatabaseKind kind;

    public ProgressStore(SqlConnection connection, DatabaseKind kind) {
        this.connection = connection;
        this.kind = kind;
    }

    /** Null when no step was left half-way. */
    public Uni<@Nullable Progress> read() {
        return exists().chain(there -> there
                ? connection
                        .select("select step, done, total, under_way, checksum from " + TABLE)
                        .map(ProgressStore::first)
                : Uni.createFrom().nullItem());
    }

    /**
     * {@link #read} for who holds the lock: a table that is empty was left when the connection was lost after the last
     * transaction, and goes.
     */
    public Uni<@Nullable Progress> readToGoOn() {
        return exists().chain(there -> there
                ? read().call(found -> found == null ? drop() : Uni.createFrom().voidItem())
                : Uni.createFrom().nullItem());
    }

    private Uni<Boolean> exists() {
        if (kind != DatabaseKind.MARIADB) {
            return Uni.createFrom().item(false);
        }
        return connection
                .select("select count(*) as found from information_schema.tables "
                        + "where table_schema = database() and table_name = '" + TABLE + "'")
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
                .execute("create table if not exists " + TABLE + " (step varchar(50) not null primary key, "
                        + "done int not null, total int not null, under_way int not null, checksum char(64) not null)"
                        + " engine = InnoDB")
                .chain(() -> connection.execute("delete from " + TABLE))
                .chain(() -> connection.execute(
                        "insert into " + TABLE + " values (?, ?, ?, ?, ?)",
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
                        "update " + TABLE + " set done = ?, total = ?, under_way = ?, checksum = ?",
                        List.of(
                                progress.done(),
                                progress.all(),
                                progress.underWay().ordinal(),
                                progress.checksum()))
                .replaceWithVoid();
    }

    /** Leaves the table, since dropping it would end the transaction. */
    Uni<Void> clear() {
        return connection.execute("delete from " + TABLE).replaceWithVoid();
    }

    public Uni<Void> drop() {
        return kind == DatabaseKind.MARIADB
                ? connection.execute("drop table if exists " + TABLE).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
