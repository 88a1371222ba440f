package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.status.DatabaseStanding;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.Schema;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out how a database stands to the revisions; where there are none, to the models. */
public final class StatusReader {
    private final RevisionGraph graph;
    private final Schema wanted;

    public StatusReader(RevisionGraph graph, Schema wanted) {
        this.graph = graph;
        this.wanted = wanted;
    }

    /**
     * Versions and tables are read one after the other: a run that commits in between shows its tables without their
     * version. So tables that seem to lack something are believed once two looks agree.
     */
    public Uni<DatabaseStanding> read(RunConnection connection) {
        return look(connection).chain(found -> confirmed(found, connection));
    }

    private Uni<DatabaseStanding> confirmed(DatabaseStanding found, RunConnection connection) {
        return switch (found.status()) {
            case UNMANAGED, INCOMPLETE ->
                look(connection)
                        .chain(again ->
                                again.equals(found) ? Uni.createFrom().item(found) : confirmed(again, connection));
            default -> Uni.createFrom().item(found);
        };
    }

    private Uni<DatabaseStanding> look(RunConnection connection) {
        return connection
                .progress()
                .read()
                .chain(halfWay -> halfWay == null
                        ? versions(connection)
                        : MigrationLock.isHeldElsewhere(connection.sql())
                                .chain(running -> running
                                        ? underWay(halfWay, connection)
                                        : Uni.createFrom().item(DatabaseStanding.of(DatabaseStatus.INTERRUPTED))));
    }

    /** As databases tell it that show nothing before a commit. */
    private Uni<DatabaseStanding> underWay(Progress progress, RunConnection connection) {
        return progress.isCreation()
                ? Uni.createFrom().item(DatabaseStanding.of(DatabaseStatus.NO_INFO))
                : versions(connection);
    }

    private Uni<DatabaseStanding> versions(RunConnection connection) {
        ModelTables tables = new ModelTables(connection.kind(), wanted);
        return connection.versions().rows().chain(rows -> {
            if (rows.isEmpty()) {
                return tables.live(connection.sql()).chain(live -> withoutVersion(tables, live, connection.sql()));
            }
            return knows(rows)
                    ? Uni.createFrom().item(() -> of(rows))
                    : tables.live(connection.sql())
                            .map(live ->
                                    DatabaseStanding.of(unknown(rows, withoutVersion(live, connection.version()))));
        });
    }

    private boolean knows(List<String> rows) {
        return graph.revisions().stream()
                .map(Revision::id)
                .collect(Collectors.toSet())
                .containsAll(rows);
    }

    /** A model may have a table of the same name in the connection's own schema, where the versions are elsewhere. */
    private Schema withoutVersion(Schema live, VersionTable version) {
        String own = version.name().name();
        Schema rest = live.without(version.text());
        return wanted.table(own).isPresent() ? rest : rest.without(own);
    }

    /**
     * An unknown version does not tell what it follows. But a schema that has more than the models ask for is one that
     * newer code has left.
     */
    private DatabaseStatus unknown(List<String> rows, Schema live) {
        Set<String> heads = heads(graph);
        boolean beyondFiles = !heads.isEmpty() && rows.containsAll(heads);
        Set<String> present = columns(live);
        Set<String> asked = columns(wanted);
        boolean beyondModels = !asked.isEmpty() && present.size() > asked.size() && present.containsAll(asked);
        return beyondFiles || beyondModels ? DatabaseStatus.AHEAD : DatabaseStatus.UNKNOWN_REVISION;
    }

    private static Set<String> columns(Schema schema) {
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream().map(column -> table.name() + "\0" + column.name()))
                .collect(Collectors.toSet());
    }

    private Uni<DatabaseStanding> withoutVersion(ModelTables tables, Schema live, SqlConnection connection) {
        if (tables.ours(live).tables().isEmpty()) {
            return Uni.createFrom().item(DatabaseStanding.of(DatabaseStatus.NO_INFO));
        }
        return graph.heads().isEmpty()
                ? tables.compare(connection, live)
                : Uni.createFrom().item(DatabaseStanding.of(DatabaseStatus.UNMANAGED));
    }

    private DatabaseStanding of(List<String> rows) {
        List<Revision> covered = graph.covered(rows);
        if (!covered.isEmpty()) {
            return DatabaseStanding.ofCovered(covered.stream().map(Revision::id).toList());
        }
        Set<String> heads = heads(graph);
        if (Set.copyOf(rows).equals(heads)) {
            return DatabaseStanding.of(DatabaseStatus.UP_TO_DATE);
        }
        return DatabaseStanding.of(heads.size() > 1 ? DatabaseStatus.DIVERGED : DatabaseStatus.UPGRADE_AVAILABLE);
    }

    public static Set<String> heads(RevisionGraph graph) {
        return graph.effectiveHeads().stream().map(Revision::id).collect(Collectors.toSet());
    }
}
