package dev.unirow.migrate;

import io.smallrye.mutiny.Uni;

/** Brings one database to where files and models are. The caller holds the lock. */
record Sync(SchemaLifecycle lifecycle, MigrationRunner runner) {

    /** Looks without writing first: mostly there is nothing to do. */
    Uni<SyncResult> run(RevisionGraph graph) {
        return lifecycle.tidy().chain(lifecycle::status).chain(status -> act(status, graph));
    }

    private Uni<SyncResult> act(DatabaseStatus status, RevisionGraph graph) {
        return switch (status) {
            case UP_TO_DATE -> Uni.createFrom().item(SyncResult.ALREADY_UP_TO_DATE);
            case UPGRADE_AVAILABLE -> upgrade(graph);
            case NO_INFO ->
                lifecycle
                        .create()
                        .chain(found -> found == DatabaseStatus.NO_INFO
                                ? Uni.createFrom().item(SyncResult.CREATED)
                                : act(found, graph));
            case INTERRUPTED ->
                lifecycle
                        .create()
                        .chain(found -> found == DatabaseStatus.NO_INFO
                                ? Uni.createFrom().item(SyncResult.CREATED)
                                : upgrade(graph));
            case AHEAD, UNKNOWN_REVISION, DIVERGED, UNMANAGED ->
                Uni.createFrom().failure(new UnexpectedStatusException(status, "sync"));
        };
    }

    private Uni<SyncResult> upgrade(RevisionGraph graph) {
        return runner.run(rows -> graph.upgrade(rows, "heads")).replaceWith(SyncResult.UPGRADED);
    }
}
