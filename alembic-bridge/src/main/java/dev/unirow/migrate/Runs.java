package dev.unirow.migrate;

import dev.unirow.migrate.internal.run.Cancellation;
import dev.unirow.migrate.internal.run.MigrationRunner;
import dev.unirow.migrate.internal.run.MigrationSettings;
import dev.unirow.migrate.internal.run.Patience;
import dev.unirow.migrate.internal.run.RunConnection;
import dev.unirow.migrate.internal.run.StatusReader;
import dev.unirow.migrate.internal.script.RevisionScripts;
import dev.unirow.migrate.revision.MigrationPlan;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.status.DatabaseStanding;
import dev.unirow.schema.Schema;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Runs revisions, and what else changes the database. */
record Runs(Connections connections, MigrationSettings settings) {
    interface Planner {
        MigrationPlan plan(RevisionGraph graph, List<String> rows);
    }

    Uni<List<MigrationStep>> run(RevisionScripts scripts, Planner planner) {
        return connections.locked((connection, cancellation) ->
                runner(connection, scripts, cancellation).run(rows -> planner.plan(scripts.graph(), rows)));
    }

    Uni<List<MigrationStep>> stamp(RevisionScripts scripts, Planner planner) {
        return connections.locked((connection, cancellation) ->
                runner(connection, scripts, cancellation).stamp(rows -> planner.plan(scripts.graph(), rows)));
    }

    Uni<String> dryRun(RevisionScripts scripts, String target) {
        return connections.look(
                connection -> new DryRun(scripts, connection, settings.run().scope()).upgrade(target));
    }

    Uni<DatabaseStanding> standing(RevisionGraph graph) {
        return connections.look(connection -> new StatusReader(graph, wanted()).read(connection));
    }

    Uni<SyncResult> sync(RevisionScripts scripts) {
        return connections.locked((connection, cancellation) -> new Sync(
                        lifecycle(connection, scripts.graph(), cancellation), runner(connection, scripts, cancellation))
                .run(scripts.graph()));
    }

    Uni<Void> create(RevisionGraph graph) {
        return connections.locked((connection, cancellation) -> lifecycle(connection, graph, cancellation)
                .create()
                .invoke(found -> {
                    switch (found.status()) {
                        case NO_INFO, INCOMPLETE, UP_TO_DATE -> {}
                        default -> throw found.refusal("create");
                    }
                })
                .replaceWithVoid());
    }

    Uni<Void> drop(RevisionGraph graph) {
        return connections.locked((connection, cancellation) ->
                lifecycle(connection, graph, cancellation).drop());
    }

    Uni<Void> ensureVersion() {
        return connections.locked((connection, cancellation) -> patience(cancellation)
                .inTransaction(connection, () -> connection.versions().ensure()));
    }

    private MigrationRunner runner(RunConnection connection, RevisionScripts scripts, Cancellation cancellation) {
        return new MigrationRunner(connection, scripts, settings.run(), cancellation);
    }

    private SchemaLifecycle lifecycle(RunConnection connection, RevisionGraph graph, Cancellation cancellation) {
        return new SchemaLifecycle(connection, wanted(), graph, patience(cancellation));
    }

    private Schema wanted() {
        return settings.tables().of(connections.database().metadata());
    }

    private Patience patience(Cancellation cancellation) {
        return new Patience(connections.kind(), settings.run(), cancellation);
    }
}
