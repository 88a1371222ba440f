package dev.unirow.migrate;

import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.internal.run.Cancellation;
import dev.unirow.migrate.internal.run.MigrationLock;
import dev.unirow.migrate.internal.run.MigrationSettings;
import dev.unirow.migrate.internal.run.RunConnection;
import dev.unirow.migrate.internal.run.VersionTable;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.VersionTableName;
import dev.unirow.session.Database;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where migrations get their connection from, and under what lock.
 *
 * @param given the caller's, which is neither closed nor put into another transaction; null for one from the pool
 */
record Connections(Database database, @Nullable SqlConnection given, MigrationSettings settings) {
    interface Work<T extends @Nullable Object> {
        Uni<T> run(RunConnection connection, Cancellation cancellation);
    }

    DatabaseKind kind() {
        return database.kind();
    }

    VersionTable version() {
        VersionTable version = new VersionTable(settings.version(), kind());
        if (!settings.version().equals(VersionTableName.standard())
                && database.metadata().table(version.text()).isPresent()) {
            throw new MigrationException("The table '" + version.text()
                    + "' is that of a model, and cannot keep the versions. Give the version table another name.");
        }
        return version;
    }

    /** Without the lock. */
    <T extends @Nullable Object> Uni<T> look(Function<RunConnection, Uni<T>> work) {
        SqlConnection present = given;
        return present == null
                ? database.connect(connection -> use(connection, false, work))
                : present.isInTransaction().chain(within -> use(present, within, work));
    }

    private <T extends @Nullable Object> Uni<T> use(
            SqlConnection connection, boolean within, Function<RunConnection, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> work.apply(new RunConnection(connection, kind(), version(), within)));
    }

    /** One run at a time. */
    <T extends @Nullable Object> Uni<T> locked(Work<T> work) {
        return Cancellation.shield(cancellation ->
                look(connection -> new MigrationLock(connection, settings.run().patience(), cancellation)
                        .around(() -> settings.run()
                                .limits()
                                .on(connection.sql(), kind())
                                .around(() -> work.run(connection, cancellation)))));
    }
}
