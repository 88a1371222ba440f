package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.status.DatabaseStanding;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.DatabaseKind;
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
    public Uni<DatabaseStanding> read(SqlConnection connection, DatabaseKind kind) {
        return look(connection, kind).chain(found -> confirmed(found, connection, kind));
    }

    private Uni<DatabaseStanding> confirmed(DatabaseStanding found, SqlConnection connection, DatabaseKind kind) {
        return switch (found.status()) {
            case UNMANAGED, INCOMPLETE ->
                look(connection, kind)
                        .chain(again -> again.equals(found)
                                ? Uni.createFrom().item(found)
                                : confirmed(again, connection, kind));
            default -> Uni.createFrom().item(found);
        };
    }

    private Uni<DatabaseStanding> look(SqlConnection connection, DatabaseKind kind) {
        return new ProgressStore(connection, kind)
                .read()
                .chain(halfWay -> halfWay == null
                        ? versions(connection, kind)
                        : MigrationLock.isHeldElsewhere(connection)
                                .chain(running -> running
                                        ? underWay(halfWay, connection, kind)
                                        : Uni.createFrom().item(DatabaseStanding.of(DatabaseStatus.INTERRUPTED))));
    }

    /** As databases tell it that show nothing before a commit. */
    private Uni<DatabaseStanding> underWay(Progress progress, SqlConnection connection, DatabaseKind kind) {
        return progress.isCreation()
                ? Uni.createFrom().item(DatabaseStanding.of(DatabaseStatus.NO_INFO))
                : versions(connection, kind);
    }

    private Uni<DatabaseStanding> versions(SqlConnection connection, DatabaseKind kind) {
        ModelTables tables = new ModelTables(kind, wanted);
        return new VersionStore(connection, kind).rows().chain(rows -> {
            if (rows.isEmpty()) {
                return tables.live(connection).chain(live -> withoutVersion(tables, live, connection));
            }
            return knows(rows)
                    ? Uni.createFrom().item(() -> of(rows))
                    : tables.live(connection).map(live -> DatabaseStanding.of(unknown(rows, live)));
        });
    }

    private boolean knows(List<String> rows) {
        return graph.revisions().stream()
                .map(Revision::id)
                .collect(Collectors.toSet())
                .containsAll(rows);
    }

    /**
     * An unknown version does not tell what it follows. But a schema that has more than the models ask for is one that
     * newer code has left.
     */
    private DatabaseStatus unknown(List<String> rows, Schema live) {
        Set<String> heads = heads(graph);
        boolean beyondFiles = !heads.isEmpty() && rows.containsAll(heads);
        Set<String> present = columns(live.without(VersionTable.DEFAULT_NAME));
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
