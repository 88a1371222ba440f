package dev.unirow.migrate;

import dev.unirow.migrate.internal.run.OfflineScript;
import dev.unirow.migrate.internal.run.RunConnection;
import dev.unirow.migrate.internal.run.VersionStore;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.migrate.internal.script.RevisionScripts;
import dev.unirow.migrate.revision.TransactionScope;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a run would send to one database, as a text. Its version is read, and nothing is changed. */
record DryRun(RevisionScripts scripts, RunConnection connection, TransactionScope scope) {
    Uni<String> upgrade(String target) {
        VersionStore versions = connection.versions();
        return connection
                .progress()
                .read()
                .invoke(halfWay -> {
                    if (halfWay != null) {
                        throw halfWay.refusal();
                    }
                })
                .chain(versions::exists)
                .chain(there -> versions.rows().map(rows -> {
                    List<PreparedStep> steps = scripts.prepare(
                            scripts.graph().upgrade(rows, target),
                            connection.kind().id());
                    return steps.isEmpty() ? "" : OfflineScript.toRead(steps, connection.version(), scope, !there);
                }));
    }
}
