package dev.unirow.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of the version table while a plan is made: the applied revisions that no applied one follows or depends on.
 */
final class VersionRows {
    private final Map<String, Node> rows = new LinkedHashMap<>();

    VersionRows(Collection<Node> heads) {
        heads.forEach(head -> rows.put(head.id(), head));
    }

    List<VersionChange> upgrade(Node node) {
        return replace(present(node.requirements), node);
    }

    /** Rows come back for what the node had merged, save where another row still stands above it. */
    List<VersionChange> downgrade(Node node) {
        if (rows.remove(node.id()) == null) {
            throw new IllegalStateException("Revision " + node.id() + " has no row to take back");
        }
        List<Node> back = node.requirements.stream()
                .filter(below -> rows.values().stream().noneMatch(row -> row.reach.get(below.position)))
                .filter(below -> node.requirements.stream()
                        .noneMatch(other -> other != below && other.reach.get(below.position)))
                .toList();
        back.forEach(below -> rows.put(below.id(), below));
        if (back.isEmpty()) {
            return List.of(new VersionChange.Delete(node.id()));
        }
        List<VersionChange> changes = new ArrayList<>();
        back.subList(0, back.size() - 1).forEach(below -> changes.add(new VersionChange.Insert(below.id())));
        changes.add(
                new VersionChange.Update(node.id(), back.get(back.size() - 1).id()));
        return changes;
    }

    /** @param related the rows that the stamp takes the place of, as far as an earlier stamp has not taken it */
    List<VersionChange> stamp(Collection<Node> related, Node destination) {
        return replace(present(related), destination);
    }

    List<VersionChange> delete(Node node) {
        rows.remove(node.id());
        return List.of(new VersionChange.Delete(node.id()));
    }

    private List<Node> present(Collection<Node> nodes) {
        return nodes.stream().filter(node -> rows.containsKey(node.id())).toList();
    }

    private List<VersionChange> replace(List<Node> gone, Node node) {
        gone.forEach(row -> rows.remove(row.id()));
        boolean there = rows.put(node.id(), node) != null;
        List<VersionChange> changes = new ArrayList<>();
        for (Node row : there ? gone : gone.subList(0, Math.max(gone.size() - 1, 0))) {
            changes.add(new VersionChange.Delete(row.id()));
        }
        if (!there) {
            changes.add(
                    gone.isEmpty()
                            ? new VersionChange.Insert(node.id())
                            : new VersionChange.Update(gone.get(gone.size() - 1).id(), node.id()));
        }
        return changes;
    }
}
