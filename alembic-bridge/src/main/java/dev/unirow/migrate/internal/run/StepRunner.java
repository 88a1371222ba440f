package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.ConcurrentMigrationException;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.exception.RevisionFailedException.Aftermath;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** Runs one step, with its version rows, on one connection. */
final class StepRunner {
    private final RunConnection run;
    private final SqlConnection connection;
    private final DatabaseKind kind;
    private final VersionStore versions;
    private final RunSettings settings;
    private final Cancellation cancellation;
    private final Patience patience;
    private final ItemRunner items;

    StepRunner(RunConnection run, RunSettings settings, Cancellation cancellation, Patience patience) {
        this.run = run;
        this.connection = run.sql();
        this.kind = run.kind();
        this.versions = run.versions();
        this.settings = settings;
        this.cancellation = cancellation;
        this.patience = patience;
        this.items = new ItemRunner(run, settings, cancellation, patience);
    }

    /** False when another run has done the step meanwhile. */
    Uni<Boolean> run(StepWatch watch, ExpectedRows expected) {
        return step(watch, expected).invoke(ran -> {
            if (ran) {
                watch.finished();
            }
        });
    }

    private Uni<Boolean> step(StepWatch watch, ExpectedRows expected) {
        PreparedStep prepared = watch.prepared();
        if (kind == DatabaseKind.MARIADB) {
            // making the table ends a transaction
            return versions.ensure()
                    .onFailure(failure -> !(failure instanceof MigrationException))
                    .transform(failure ->
                            RevisionFailedException.ofVersion(prepared.step().underWay(), Aftermath.UNDONE, failure))
                    .chain(() -> prepared.changesTables()
                            ? resumable(watch, expected)
                            : inTransaction(watch, expected, items(watch, false)));
        }
        boolean detached = kind == DatabaseKind.SQLITE && prepared.copiesTables();
        Uni<Boolean> work = prepared.transactional()
                ? inTransaction(watch, expected, items(watch, detached))
                : outsideTransaction(watch, expected);
        return detached ? new ForeignKeysOff(connection, patience).around(prepared, work) : work;
    }

    private Uni<Boolean> resumable(StepWatch watch, ExpectedRows expected) {
        ProgressStore progress = run.progress();
        ResumableStep step = new ResumableStep(connection, settings, cancellation, progress, watch);
        return versions.rows()
                .chain(found -> isDone(watch.at(), expected, found)
                        ? Uni.createFrom().item(false)
                        : step.run()
                                // the entry goes with the version, and the table once it is empty
                                .chain(() -> inTransaction(watch, expected, progress.clear()))
                                .call(progress::drop));
    }

    private Uni<Boolean> outsideTransaction(StepWatch watch, ExpectedRows expected) {
        PreparedStep prepared = watch.prepared();
        Uni<Boolean> work = items(watch, false)
                .chain(() -> inTransaction(watch, expected, Uni.createFrom().voidItem()))
                .onFailure(failure -> failure instanceof ConcurrentMigrationException other && other.waited() != null)
                .transform(failure ->
                        RevisionFailedException.ofVersion(prepared.step().underWay(), aftermath(prepared), failure));
        return rowsBefore(watch.at(), expected)
                .chain(found ->
                        isDone(watch.at(), expected, found) ? Uni.createFrom().item(false) : work);
    }

    /** On SQLite when this run may write, so that its statements do not meet another run in their midst. */
    private Uni<List<String>> rowsBefore(int at, ExpectedRows expected) {
        return kind == DatabaseKind.SQLITE
                ? patience.inTransaction(
                        run, () -> versions.rows().invoke(found -> requireNotOvertaken(at, expected, found)))
                : versions.rows();
    }

    /** Elsewhere the lock is held since before the plan was made. */
    private void requireNotOvertaken(int at, ExpectedRows expected, List<String> found) {
        if (kind == DatabaseKind.SQLITE && at == 0 && !Set.copyOf(found).equals(expected.before(at))) {
            throw new OvertakenException();
        }
    }

    private Uni<Boolean> inTransaction(StepWatch watch, ExpectedRows expected, Uni<Void> items) {
        PreparedStep prepared = watch.prepared();
        int at = watch.at();
        Uni<Boolean> body = versions.rows().chain(found -> {
            if (prepared.transactional()) {
                requireNotOvertaken(at, expected, found);
            }
            if (isDone(at, expected, found)) {
                return run.rollback().replaceWith(false);
            }
            return versions.ensure()
                    .chain(() -> items)
                    .chain(() -> versions.apply(prepared.step().changes()))
                    .onFailure(failure -> !(failure instanceof MigrationException))
                    .transform(failure ->
                            RevisionFailedException.ofVersion(prepared.step().underWay(), aftermath(prepared), failure))
                    .chain(() -> cancellation
                            .guard(run.commit())
                            .onFailure(failure -> !(failure instanceof MigrationException))
                            .transform(failure -> RevisionFailedException.ofCommit(
                                    prepared.step().underWay(), aftermath(prepared), failure)))
                    .chain(() -> requireCommitted(expected.after(at)))
                    .replaceWith(true);
        });
        return patience.begin(run).chain(() -> Settled.onFailure(body, run::rollback));
    }

    private Uni<Void> items(StepWatch watch, boolean checked) {
        return items.run(watch, checked, aftermath(watch.prepared()));
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
}
