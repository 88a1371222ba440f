package dev.unirow.migrate.revision;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A revision with its neighbours. Sets keep the order of the graph, so that every output is repeatable. Filled by
 * {@link RevisionIndex} and not changed afterwards.
 */
final class Node {
    final int position;
    final Revision revision;

    /** Followed by version, in the order of the header. */
    final Set<Node> parents = new LinkedHashSet<>();

    final Set<Node> dependencies = new LinkedHashSet<>();

    /** Parents, then dependencies that no ancestor has already: what the version rows look at. */
    final Set<Node> requirements = new LinkedHashSet<>();

    final Set<Node> children = new LinkedHashSet<>();
    final Set<Node> dependents = new LinkedHashSet<>();

    /** Labels of the whole branch. */
    final Set<String> labels = new LinkedHashSet<>();

    /** Positions of this node and its ancestors by version. */
    final BitSet line = new BitSet();

    /** Positions of this node and everything that must be applied before it. */
    final BitSet reach = new BitSet();

    Node(int position, Revision revision) {
        this.position = position;
        this.revision = revision;
    }

    String id() {
        return revision.id();
    }

    boolean isHead() {
        return children.isEmpty();
    }

    /** A head that nothing depends on either. */
    boolean isEffectiveHead() {
        return children.isEmpty() && dependents.isEmpty();
    }

    boolean isBranchPoint() {
        return children.size() > 1;
    }

    /** Counts those that depend on this node, too. */
    boolean forks() {
        Set<Node> following = new LinkedHashSet<>(children);
        following.addAll(dependents);
        return following.size() > 1;
    }

    @Override
    public String toString() {
        return id();
    }
}
