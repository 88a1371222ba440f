package dev.unirow.migrate;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Schemas;
import dev.unirow.schema.Table;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out how a database stands to the revisions. */
final class StatusReader {

    private final RevisionGraph graph;
    private final Schema wanted;

    StatusReader(RevisionGraph graph, Schema wanted) {
        this.graph = graph;
        this.wanted = wanted;
    }

    Uni<DatabaseStatus> read(SqlConnection connection, DatabaseKind kind) {
        return new VersionStore(connection, kind)
                .rows()
                .chain(rows -> rows.isEmpty()
                        ? Schemas.live(kind, connection).map(this::withoutVersion)
                        : Uni.createFrom().item(() -> of(rows)));
    }

    private DatabaseStatus withoutVersion(Schema live) {
        Set<String> present = live.tables().stream().map(Table::name).collect(Collectors.toSet());
        boolean empty = wanted.tables().stream().map(Table::name).noneMatch(present::contains);
        if (empty) {
            return DatabaseStatus.NO_INFO;
        }
        return graph.heads().isEmpty() ? DatabaseStatus.UP_TO_DATE : DatabaseStatus.UNMANAGED;
    }

    private DatabaseStatus of(List<String> rows) {
        Set<String> known = graph.revisions().stream().map(Revision::id).collect(Collectors.toSet());
        Set<String> heads = heads(graph);
        if (!known.containsAll(rows)) {
            return !heads.isEmpty() && rows.containsAll(heads) ? DatabaseStatus.AHEAD : DatabaseStatus.UNKNOWN_REVISION;
        }
        if (Set.copyOf(rows).equals(heads)) {
            return DatabaseStatus.UP_TO_DATE;
        }
        return heads.size() > 1 ? DatabaseStatus.DIVERGED : DatabaseStatus.UPGRADE_AVAILABLE;
    }

    static Set<String> heads(RevisionGraph graph) {
        return graph.effectiveHeads().stream().map(Revision::id).collect(Collectors.toSet());
    }
}
