package dev.unirow.migrate.internal.json;

import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A revision with its place in the graph.
 *
 * @param branchLabels those that it is covered by
 * @param followedBy the identifiers of the revisions that follow it
 * @param current whether the database is there; null where the database was not asked
 */
public record RevisionItem(
        String id,
        String message,
        String description,
        List<String> downRevisions,
        List<String> dependsOn,
        List<String> branchLabels,
        List<String> followedBy,
        boolean head,
        boolean branchPoint,
        boolean mergePoint,
        @Nullable Boolean current,
        @Nullable String path) {
    /** @param versions where the database is; null where it was not asked */
    public static RevisionItem of(RevisionGraph graph, Revision revision, @Nullable Set<String> versions) {
        return new RevisionItem(
                revision.id(),
                revision.message(),
                revision.description(),
                revision.downRevisions(),
                revision.dependsOn(),
                graph.branchLabels(revision).stream().sorted().toList(),
                graph.next(revision).stream().map(Revision::id).toList(),
                graph.isHead(revision),
                graph.isBranchPoint(revision),
                revision.isMergePoint(),
                versions == null ? null : versions.contains(revision.id()),
                revision.path() == null ? null : revision.path().toString());
    }
}
