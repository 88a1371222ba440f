package dev.unirow.migrate;

import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.directory.NewRevision;
import dev.unirow.migrate.internal.autogenerate.Autogenerate;
import dev.unirow.migrate.internal.run.MigrationSettings;
import dev.unirow.migrate.internal.run.OfflineModels;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** Makes revisions of what databases lack. */
record RevisionMaking(Connections connections, MigrationsDirectory directory, MigrationSettings settings) {
    Uni<Autogeneration> make(NewRevision wanted, RevisionGraph graph) {
        return autogenerate()
                .chain(autogenerate -> connections
                        .look(connection -> autogenerate.compare(connection, graph))
                        .chain(difference -> FileWork.run(() -> autogenerate.write(wanted, difference))));
    }

    Uni<Autogeneration> baseline(String message, RevisionGraph graph) {
        return autogenerate()
                .chain(autogenerate -> connections
                        .look(connection -> autogenerate.baseline(connection, graph))
                        .chain(difference ->
                                FileWork.run(() -> autogenerate.write(NewRevision.of(message), difference))));
    }

    Uni<Map<DatabaseKind, List<Operation>>> differences(RevisionGraph graph) {
        return autogenerate()
                .chain(autogenerate -> connections
                        .look(connection -> autogenerate.compare(connection, graph))
                        .chain(difference -> FileWork.run(() -> autogenerate.lacks(difference))));
    }

    private Uni<Autogenerate> autogenerate() {
        Schema mapped = connections.database().metadata();
        DatabaseKind kind = connections.kind();
        OfflineModels models = settings.offline();
        return FileWork.run(() -> new Autogenerate(
                directory,
                kind,
                mapped.tables().isEmpty() && models != null ? models.wanted(settings.target(kind)) : mapped,
                settings));
    }
}
