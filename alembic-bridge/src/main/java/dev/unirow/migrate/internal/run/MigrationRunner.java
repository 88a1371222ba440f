package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.event.MigrationEvent;
import dev.unirow.migrate.exception.DestructiveRevisionException;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.migrate.internal.script.RevisionScripts;
import dev.unirow.migrate.internal.script.ScriptItem;
import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.migrate.revision.MigrationPlan;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.revision.TransactionScope;
import dev.unirow.schema.DatabaseKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs plans on one connection, whose lock the caller holds. All steps are read before the first is run. */
public final class MigrationRunner {
    private final DatabaseKind kind;
    private final boolean within;
    private final RevisionScripts scripts;
    private final RunSettings settings;
    private final VersionStore versions;
    private final DroppedRows dropped;
    private final ProgressStore progress;
    private final StepRunner steps;
    private final WholeRun whole;
    private final Patience patience;

    public MigrationRunner(
            RunConnection connection, RevisionScripts scripts, RunSettings settings, Cancellation cancellation) {
        this.kind = connection.kind();
        this.within = connection.within();
        this.scripts = scripts;
        this.settings = settings;
        this.versions = connection.versions();
        this.dropped = new DroppedRows(connection);
        this.progress = connection.progress();
        this.patience = new Patience(kind, settings, cancellation);
        this.steps = new StepRunner(connection, settings, cancellation, patience);
        this.whole = new WholeRun(connection, settings, cancellation, patience);
    }

    /**
     * The steps that were run; those that another run did meanwhile are left out.
     *
     * @param planner from the rows of the version table
     */
    public Uni<List<MigrationStep>> run(Function<List<String>, MigrationPlan> planner) {
        return patience.again(versions::rows)
                .chain(rows -> progress.readToGoOn().chain(halfWay -> {
                    MigrationPlan plan = planner.apply(rows);
                    if (halfWay != null) {
                        requireThatItGoesOn(halfWay, plan);
                    }
                    return run(rows, plan);
                }))
                .onFailure(OvertakenException.class)
                .recoverWithUni(() -> run(planner));
    }

    /** The version is set by a person, who says with it what has become of a step that was left half-way. */
    public Uni<List<MigrationStep>> stamp(Function<List<String>, MigrationPlan> planner) {
        Uni<Void> beforehand = within ? progress.drop() : Uni.createFrom().voidItem();
        return beforehand
                .chain(() -> patience.again(versions::rows))
                .chain(rows -> run(rows, planner.apply(rows)))
                .call(progress::drop)
                .onFailure(OvertakenException.class)
                .recoverWithUni(() -> stamp(planner));
    }

    private static void requireThatItGoesOn(Progress halfWay, MigrationPlan plan) {
        if (plan.steps().isEmpty() || !Progress.name(plan.steps().get(0)).equals(halfWay.step())) {
            throw halfWay.refusal();
        }
    }

    private Uni<List<MigrationStep>> run(List<String> rows, MigrationPlan plan) {
        List<PreparedStep> prepared = scripts.prepare(plan, kind.id());
        requireCallable(prepared);
        if (within) {
            OneTransaction.requireWithin(prepared, kind);
        } else if (isWhole()) {
            OneTransaction.require(prepared, kind);
        }
        return requireHarmless(prepared).chain(() -> run(rows, plan, prepared));
    }

    private Uni<List<MigrationStep>> run(List<String> rows, MigrationPlan plan, List<PreparedStep> prepared) {
        return Uni.createFrom().deferred(() -> {
            long since = System.nanoTime();
            tell(new MigrationEvent.RunStarted(plan.steps()));
            return each(rows, plan, prepared)
                    .invoke(done -> tell(new MigrationEvent.RunFinished(done, took(since))))
                    .onFailure(failure -> !(failure instanceof OvertakenException))
                    .invoke(failure -> tell(new MigrationEvent.RunFailed(failure, took(since))));
        });
    }

    private boolean isWhole() {
        return within || settings.scope() == TransactionScope.RUN;
    }

    private void tell(MigrationEvent event) {
        settings.events().accept(event);
    }

    private static Duration took(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private Uni<List<MigrationStep>> each(List<String> rows, MigrationPlan plan, List<PreparedStep> prepared) {
        ExpectedRows expected = new ExpectedRows(rows, plan);
        List<StepWatch> all = IntStream.range(0, prepared.size())
                .mapToObj(at -> new StepWatch(settings, prepared.get(at), at + 1, prepared.size()))
                .toList();
        if (isWhole()) {
            return whole.run(all, expected);
        }
        List<MigrationStep> done = new ArrayList<>();
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(step -> steps.run(step, expected).invoke(ran -> {
                    if (ran) {
                        done.add(step.prepared().step());
                    }
                }))
                .collect()
                .last()
                .map(ignored -> List.copyOf(done));
    }

    private void requireCallable(List<PreparedStep> prepared) {
        for (PreparedStep step : prepared) {
            for (ScriptItem item : step.items()) {
                if (item instanceof ScriptItem.Call call) {
                    DataMigration unused = settings.calls().find(call, step.step());
                }
            }
        }
    }

    private Uni<Void> requireHarmless(List<PreparedStep> prepared) {
        if (settings.allowsDestructive()) {
            return Uni.createFrom().voidItem();
        }
        return patience.again(() -> dropped.losses(prepared))
                .invoke(rows -> {
                    List<String> losses = Stream.concat(
                                    prepared.stream().flatMap(step -> step.losses().stream()), rows.stream())
                            .toList();
                    if (!losses.isEmpty()) {
                        throw new DestructiveRevisionException(losses);
                    }
                })
                .replaceWithVoid();
    }
}
