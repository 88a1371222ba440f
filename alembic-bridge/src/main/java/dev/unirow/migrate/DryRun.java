package dev.unirow.migrate;

import dev.unirow.migrate.internal.run.OfflineScript;
import dev.unirow.migrate.internal.run.ProgressStore;
import dev.unirow.migrate.internal.run.VersionStore;
import dev.unirow.migrate.internal.run.VersionTable;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.migrate.internal.script.RevisionScripts;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a run would send to one database, as a text. Its version is read, and nothing is changed. */
record DryRun(RevisionScripts scripts, DatabaseKind kind, SqlConnection connection) {
    Uni<String> upgrade(String target) {
        VersionStore versions = new VersionStore(connection, kind);
        return new ProgressStore(connection, kind)
                .read()
                .invoke(halfWay -> {
                    if (halfWay != null) {
                        throw halfWay.refusal();
                    }
                })
                .chain(versions::exists)
                .chain(there -> versions.rows().map(rows -> {
                    List<PreparedStep> steps = scripts.prepare(scripts.graph().upgrade(rows, target), kind.id());
                    return steps.isEmpty() ? "" : OfflineScript.toRead(steps, new VersionTable(), !there);
                }));
    }
}
