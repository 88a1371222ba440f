package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One database, as migrations see it by one connection.
 *
 * @param within whether the caller has a transaction open on it, which is theirs to end: what would be a transaction is
 *     a savepoint then
 */
public record RunConnection(SqlConnection sql, DatabaseKind kind, VersionTable version, boolean within) {
    private static final String SAVEPOINT = "savepoint unirow_run";

    public VersionStore versions() {
        return new VersionStore(this);
    }

    public ProgressStore progress() {
        return new ProgressStore(this);
    }

    public Uni<Void> begin() {
        return within ? sql.executeAll(List.of(SAVEPOINT)) : sql.begin();
    }

    Uni<Void> commit() {
        return within ? sql.executeAll(List.of("release " + SAVEPOINT)) : sql.commit();
    }

    public Uni<Void> rollback() {
        return within ? sql.executeAll(List.of("rollback to " + SAVEPOINT, "release " + SAVEPOINT)) : sql.rollback();
    }

    /** Work whose failure the caller's transaction is to survive. */
    <T extends @Nullable Object> Uni<T> attempt(Supplier<Uni<T>> work) {
        return within
                ? begin().chain(() ->
                        Settled.onFailure(Uni.createFrom().deferred(work::get).call(this::commit), this::rollback))
                : Uni.createFrom().deferred(work::get);
    }

    /** @throws MigrationException when making or dropping a table would commit the caller's transaction */
    public void requireTableChanges(String what) {
        if (within && kind == DatabaseKind.MARIADB) {
            throw new MigrationException(what + " within the transaction that is open on the given connection would"
                    + " commit that, as MariaDB does with every change of a table. Nothing was changed. Do it before"
                    + " the transaction begins.");
        }
    }
}
