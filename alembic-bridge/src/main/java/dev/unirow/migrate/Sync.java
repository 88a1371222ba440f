package dev.unirow.migrate;

import dev.unirow.migrate.internal.run.MigrationRunner;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.status.DatabaseStanding;
import dev.unirow.migrate.status.DatabaseStatus;
import io.smallrye.mutiny.Uni;

/** Brings one database to where files and models are. The caller holds the lock. */
record Sync(SchemaLifecycle lifecycle, MigrationRunner runner) {
    /** Looks without writing first: mostly there is nothing to do. */
    Uni<SyncResult> run(RevisionGraph graph) {
        return lifecycle.tidy().chain(lifecycle::standing).chain(standing -> act(standing, graph));
    }

    private Uni<SyncResult> act(DatabaseStanding standing, RevisionGraph graph) {
        return switch (standing.status()) {
            case UP_TO_DATE -> Uni.createFrom().item(SyncResult.ALREADY_UP_TO_DATE);
            case UPGRADE_AVAILABLE -> upgrade(graph);
            case NO_INFO, INCOMPLETE ->
                lifecycle
                        .create()
                        .chain(found -> made(found) ? Uni.createFrom().item(SyncResult.CREATED) : act(found, graph));
            case INTERRUPTED ->
                lifecycle
                        .create()
                        .chain(found -> made(found) ? Uni.createFrom().item(SyncResult.CREATED) : goOn(found, graph));
            case AHEAD, UNKNOWN_REVISION, DIVERGED, UNMANAGED ->
                Uni.createFrom().failure(standing.refusal("sync"));
        };
    }

    /** What was left half-way is an upgrade, unless another run has dealt with it meanwhile. */
    private Uni<SyncResult> goOn(DatabaseStanding found, RevisionGraph graph) {
        return found.status() == DatabaseStatus.INTERRUPTED ? upgrade(graph) : act(found, graph);
    }

    private static boolean made(DatabaseStanding found) {
        return found.status() == DatabaseStatus.NO_INFO || found.status() == DatabaseStatus.INCOMPLETE;
    }

    private Uni<SyncResult> upgrade(RevisionGraph graph) {
        return runner.run(rows -> graph.upgrade(rows, "heads")).replaceWith(SyncResult.UPGRADED);
    }
}
