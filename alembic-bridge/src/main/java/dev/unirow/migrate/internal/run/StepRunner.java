package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.ConcurrentMigrationException;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.exception.RevisionFailedException.Aftermath;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.migrate.internal.script.ScriptItem;
import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs one step, with its version rows, on one connection. */
final class StepRunner {
    private final RunConnection run;
    private final SqlConnection connection;
    private final DatabaseKind kind;
    private final VersionStore versions;
    private final RunSettings settings;
    private final Cancellation cancellation;
    private final Patience patience;

    StepRunner(RunConnection run, RunSettings settings, Cancellation cancellation, Patience patience) {
        this.run = run;
        this.connection = run.sql();
        this.kind = run.kind();
        this.versions = run.versions();
        this.settings = settings;
        this.cancellation = cancellation;
        this.patience = patience;
    }

    /** False when another run has done the step meanwhile. */
    Uni<Boolean> run(PreparedStep prepared, int at, ExpectedRows expected) {
        if (kind == DatabaseKind.MARIADB) {
            // making the table ends a transaction
            return versions.ensure()
                    .onFailure(failure -> !(failure instanceof MigrationException))
                    .transform(failure ->
                            RevisionFailedException.ofVersion(prepared.step().underWay(), Aftermath.UNDONE, failure))
                    .chain(() -> prepared.changesTables()
                            ? resumable(prepared, at, expected)
                            : inTransaction(prepared, at, expected, items(prepared, false)));
        }
        boolean detached = kind == DatabaseKind.SQLITE && prepared.copiesTables();
        Uni<Boolean> work = prepared.transactional()
                ? inTransaction(prepared, at, expected, items(prepared, detached))
                : outsideTransaction(prepared, at, expected);
        return detached ? new ForeignKeysOff(connection, patience).around(prepared, work) : work;
    }

    private Uni<Boolean> resumable(PreparedStep prepared, int at, ExpectedRows expected) {
        ProgressStore progress = run.progress();
        ResumableStep step = new ResumableStep(connection, settings, cancellation, progress, prepared);
        return versions.rows()
                .chain(found -> isDone(at, expected, found)
                        ? Uni.createFrom().item(false)
                        : step.run()
                                // the entry goes with the version, and the table once it is empty
                                .chain(() -> inTransaction(prepared, at, expected, progress.clear()))
                                .call(progress::drop));
    }

    private Uni<Boolean> outsideTransaction(PreparedStep prepared, int at, ExpectedRows expected) {
        Uni<Boolean> work = items(prepared, false)
                .chain(() ->
                        inTransaction(prepared, at, expected, Uni.createFrom().voidItem()))
                .onFailure(failure -> failure instanceof ConcurrentMigrationException other && other.waited() != null)
                .transform(failure ->
                        RevisionFailedException.ofVersion(prepared.step().underWay(), aftermath(prepared), failure));
        return rowsBefore(at, expected)
                .chain(found -> isDone(at, expected, found) ? Uni.createFrom().item(false) : work);
    }

    /** On SQLite when this run may write, so that its statements do not meet another run in their midst. */
    private Uni<List<String>> rowsBefore(int at, ExpectedRows expected) {
        return kind == DatabaseKind.SQLITE
                ? patience.inTransaction(
                        connection, () -> versions.rows().invoke(found -> requireNotOvertaken(at, expected, found)))
                : versions.rows();
    }

    /** Elsewhere the lock is held since before the plan was made. */
    private void requireNotOvertaken(int at, ExpectedRows expected, List<String> found) {
        if (kind == DatabaseKind.SQLITE && at == 0 && !Set.copyOf(found).equals(expected.before(at))) {
            throw new OvertakenException();
        }
    }

    private Uni<Boolean> inTransaction(PreparedStep prepared, int at, ExpectedRows expected, Uni<Void> items) {
        Uni<Boolean> body = versions.rows().chain(found -> {
            if (prepared.transactional()) {
                requireNotOvertaken(at, expected, found);
            }
            if (isDone(at, expected, found)) {
                return connection.rollback().replaceWith(false);
            }
            return versions.ensure()
                    .chain(() -> items)
                    .chain(() -> versions.apply(prepared.step().changes()))
                    .onFailure(failure -> !(failure instanceof MigrationException))
                    .transform(failure ->
                            RevisionFailedException.ofVersion(prepared.step().underWay(), aftermath(prepared), failure))
                    .chain(() -> cancellation
                            .guard(connection.commit())
                            .onFailure(failure -> !(failure instanceof MigrationException))
                            .transform(failure -> RevisionFailedException.ofCommit(
                                    prepared.step().underWay(), aftermath(prepared), failure)))
                    .chain(() -> requireCommitted(expected.after(at)))
                    .replaceWith(true);
        });
        return patience.begin(connection).chain(() -> Settled.onFailure(body, connection::rollback));
    }

    private Aftermath aftermath(PreparedStep prepared) {
        if (kind == DatabaseKind.MARIADB && prepared.changesTables()) {
            return Aftermath.RESUMABLE;
        }
        return prepared.transactional() ? Aftermath.UNDONE : Aftermath.DONE;
    }

    private static boolean isDone(int at, ExpectedRows expected, List<String> found) {
        if (Set.copyOf(found).equals(expected.before(at))) {
            return false;
        }
        if (expected.isPast(at, found)) {
            return true;
        }
        throw ConcurrentMigrationException.ofRows(expected.before(at), found);
    }

    /**
     * A transaction in which a statement has failed is "committed" by PostgreSQL without an error, and is rolled back
     * by that. On SQLite another run may go first.
     */
    private Uni<Void> requireCommitted(Set<String> rows) {
        if (kind != DatabaseKind.POSTGRESQL) {
            return Uni.createFrom().voidItem();
        }
        return versions.rows()
                .invoke(found -> {
                    if (!Set.copyOf(found).equals(rows)) {
                        throw ConcurrentMigrationException.ofRows(rows, found);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> items(PreparedStep prepared, boolean checked) {
        Uni<Void> all = Multi.createFrom()
                .iterable(prepared.items())
                .onSubscription()
                .invoke(() -> settings.progress().accept("Running " + prepared.step()))
                .onItem()
                .transformToUniAndConcatenate(item -> cancellation.guard(run(prepared, item)))
                .collect()
                .last()
                .replaceWithVoid();
        return checked ? all.chain(() -> requireReferences(prepared)) : all;
    }

    private Uni<Boolean> run(PreparedStep prepared, ScriptItem item) {
        if (item instanceof ScriptItem.Statement statement) {
            Supplier<Uni<Integer>> execution = () -> connection.execute(statement.sql());
            return (prepared.transactional() ? execution.get() : patience.again(execution))
                    .onFailure()
                    .transform(failure -> RevisionFailedException.ofStatement(
                            prepared.step().underWay(),
                            statement.line(),
                            statement.sql(),
                            aftermath(prepared),
                            failure))
                    .replaceWith(true);
        }
        if (item instanceof ScriptItem.Call call) {
            DataMigration migration = settings.calls().find(call, prepared.step());
            return Uni.createFrom()
                    .deferred(() -> migration.run(connection))
                    .onFailure()
                    .transform(failure -> RevisionFailedException.ofCallFailure(
                            prepared.step().underWay(), call.line(), call.className(), aftermath(prepared), failure))
                    .replaceWith(true);
        }
        if (item instanceof ScriptItem.Batch batch && kind == DatabaseKind.SQLITE) {
            return requireColumns(prepared, batch).replaceWith(true);
        }
        return Uni.createFrom().item(true);
    }

    private Uni<Void> requireColumns(PreparedStep prepared, ScriptItem.Batch batch) {
        return connection
                // table_info leaves out what is computed; 1 is a hidden argument of a virtual table
                .select("select name from pragma_table_xinfo(?) where hidden <> 1", List.of(batch.table()))
                .invoke(rows -> {
                    List<String> found = texts(rows, "name");
                    if (!Set.copyOf(found).equals(Set.copyOf(batch.columns()))) {
                        throw RevisionFailedException.ofBatch(
                                prepared.step().underWay(), batch.line(), batch.table(), batch.columns(), found);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireReferences(PreparedStep prepared) {
        return connection
                .select("PRAGMA foreign_key_check")
                .invoke(rows -> {
                    if (!rows.isEmpty()) {
                        throw RevisionFailedException.ofReferences(
                                prepared.step().underWay(),
                                texts(rows, "table").stream().distinct().toList());
                    }
                })
                .replaceWithVoid();
    }

    private static List<String> texts(List<? extends Map<String, ? extends @Nullable Object>> rows, String label) {
        return rows.stream().map(row -> String.valueOf(row.get(label))).toList();
    }
}
