package dev.unirow.migrate.event;

import dev.unirow.migrate.revision.MigrationStep;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * Something that has happened in a run: {@link RunStarted}, then for each step {@link StepStarted}, its statements and
 * {@link StepFinished}, and in the end {@link RunFinished} or {@link RunFailed}. Numbers count from 1.
 */
public sealed interface MigrationEvent {
    /**
     * The plan is made, and nothing of it has run; told again, with another plan, where another run went first.
     *
     * @param plan the steps in their order; none where there is nothing to do
     */
    record RunStarted(List<MigrationStep> plan) implements MigrationEvent {
        public RunStarted {
            plan = List.copyOf(plan);
        }
    }

    /**
     * A step is about to run. One that another run has done meanwhile is passed over without an event.
     *
     * @param index its number in the plan
     * @param of how many steps the plan has
     */
    record StepStarted(MigrationStep step, int index, int of) implements MigrationEvent {}

    /**
     * A statement of the revision, or its step in Java, has run.
     *
     * @param index its number among those of the step; one that goes on where it stopped starts behind those that are
     *     done
     * @param of how many statements and steps in Java the step has
     * @param sql as the file has it; of a step in Java {@code -- call} and its name
     * @param rows how many it inserted, changed or deleted; empty where that is not known, or not what it does
     * @param took including the wait for locks
     */
    record StatementFinished(MigrationStep step, int index, int of, String sql, OptionalLong rows, Duration took)
            implements MigrationEvent {}

    /** SQLite has copied a table's rows into its new form; comes behind the event of the statement that did it. */
    record RowsCopied(MigrationStep step, String table, long rows, Duration took) implements MigrationEvent {}

    /** A step has run, its version is written, and it is committed unless the whole run is one transaction. */
    record StepFinished(MigrationStep step, int index, int of, Duration took) implements MigrationEvent {}

    /**
     * All has run and is committed.
     *
     * @param done the steps that were run here
     */
    record RunFinished(List<MigrationStep> done, Duration took) implements MigrationEvent {
        public RunFinished {
            done = List.copyOf(done);
        }
    }

    /** The run, which had started, has failed or was cancelled; the failure is that of the run's Uni. */
    record RunFailed(Throwable failure, Duration took) implements MigrationEvent {}
}
