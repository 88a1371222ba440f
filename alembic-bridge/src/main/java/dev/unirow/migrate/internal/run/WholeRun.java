package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.ConcurrentMigrationException;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.exception.RevisionFailedException.Aftermath;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.schema.DatabaseKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** Runs all steps of a plan as one transaction. */
final class WholeRun {
    private final RunConnection run;
    private final VersionStore versions;
    private final Cancellation cancellation;
    private final Patience patience;
    private final ItemRunner items;

    WholeRun(RunConnection run, RunSettings settings, Cancellation cancellation, Patience patience) {
        this.run = run;
        this.versions = run.versions();
        this.cancellation = cancellation;
        this.patience = patience;
        this.items = new ItemRunner(run, settings, cancellation, patience);
    }

    /** The steps of the plan. Fails with {@link OvertakenException} when another run went first. */
    Uni<List<MigrationStep>> run(List<StepWatch> steps, ExpectedRows expected) {
        List<MigrationStep> all =
                steps.stream().map(step -> step.prepared().step()).toList();
        if (steps.isEmpty()) {
            return Uni.createFrom().item(all);
        }
        List<PreparedStep> copying = run.kind() == DatabaseKind.SQLITE
                ? steps.stream()
                        .map(StepWatch::prepared)
                        .filter(PreparedStep::copiesTables)
                        .toList()
                : List.of();
        Uni<List<MigrationStep>> work = patience.begin(run)
                .chain(() -> Settled.onFailure(body(steps, expected, !copying.isEmpty()), run::rollback))
                .replaceWith(all);
        return versionTable().chain(() -> copying.isEmpty() ? work : withoutForeignKeys(copying.get(0), work));
    }

    private <T> Uni<T> withoutForeignKeys(PreparedStep copying, Uni<T> work) {
        ForeignKeysOff off = new ForeignKeysOff(run.sql(), patience);
        return run.within() ? off.require(copying).chain(() -> work) : off.around(copying, work);
    }

    /** Making the table ends a transaction on MariaDB. */
    private Uni<Void> versionTable() {
        return run.kind() == DatabaseKind.MARIADB
                ? versions.ensure()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> body(List<StepWatch> steps, ExpectedRows expected, boolean foreignKeysOff) {
        return versions.rows()
                .invoke(found -> {
                    if (!Set.copyOf(found).equals(expected.before(0))) {
                        throw new OvertakenException();
                    }
                })
                .chain(versions::ensure)
                .chain(() -> each(steps, foreignKeysOff))
                .chain(() -> cancellation
                        .guard(run.commit())
                        .onFailure(failure -> !(failure instanceof MigrationException))
                        .transform(failure -> RevisionFailedException.ofCommit(
                                last(steps).step().underWay(), Aftermath.RUN_UNDONE, failure)))
                .chain(() -> requireCommitted(expected.after(steps.size() - 1)));
    }

    private Uni<Void> each(List<StepWatch> steps, boolean foreignKeysOff) {
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(step -> one(step, foreignKeysOff).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** While foreign keys are off, whatever step leaves a reference to nothing is the one that is told. */
    private Uni<Void> one(StepWatch step, boolean foreignKeysOff) {
        MigrationStep wanted = step.prepared().step();
        return items.run(step, foreignKeysOff, Aftermath.RUN_UNDONE)
                .chain(() -> versions.apply(wanted.changes())
                        .onFailure(failure -> !(failure instanceof MigrationException))
                        .transform(failure ->
                                RevisionFailedException.ofVersion(wanted.underWay(), Aftermath.RUN_UNDONE, failure)))
                .invoke(step::finished);
    }

    private static PreparedStep last(List<StepWatch> steps) {
        return steps.get(steps.size() - 1).prepared();
    }

    /** PostgreSQL "commits" a transaction in which a statement has failed, and has rolled it back by that. */
    private Uni<Void> requireCommitted(Set<String> rows) {
        if (run.kind() != DatabaseKind.POSTGRESQL || run.within()) {
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
