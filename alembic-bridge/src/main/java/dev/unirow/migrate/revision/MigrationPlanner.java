package dev.unirow.migrate.revision;

import dev.unirow.migrate.exception.InvalidTargetException;
import dev.unirow.migrate.exception.MultipleHeadsException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns where a database stands and where it shall go into steps. */
final class MigrationPlanner {
    private final RevisionIndex index;
    private final RevisionResolver resolver;
    private final TargetParser targets;

    MigrationPlanner(RevisionIndex index, RevisionResolver resolver) {
        this.index = index;
        this.resolver = resolver;
        this.targets = new TargetParser(index, resolver);
    }

    MigrationPlan upgrade(List<Node> current, String target) {
        BitSet needed = index.reachOf(targets.upgrade(current, target, false));
        needed.andNot(index.reachOf(current));
        List<Node> order = new ArrayList<>(NewestFirst.of(index, needed));
        Collections.reverse(order);
        VersionRows rows = new VersionRows(current);
        return new MigrationPlan(order.stream()
                .map(node -> new MigrationStep(
                        MigrationStep.Kind.UPGRADE,
                        node.revision,
                        ids(node.parents),
                        List.of(node.id()),
                        rows.upgrade(node)))
                .toList());
    }

    MigrationPlan downgrade(List<Node> current, String target) {
        TargetParser.Downgrade parsed = downgradeTarget(current, target);
        Node destination = parsed.node();
        List<Node> roots =
                onBranch(destination == null ? resolver.bases() : List.copyOf(destination.children), parsed.branch());
        BitSet applied = index.reachOf(current);
        BitSet dropped = new BitSet();
        applied.stream()
                .filter(position ->
                        roots.stream().anyMatch(root -> index.at(position).reach.get(root.position)))
                .forEach(dropped::set);
        if (destination != null && dropped.isEmpty() && !current.contains(destination)) {
            throw InvalidTargetException.ofDowngrade(target);
        }
        VersionRows rows = new VersionRows(current);
        return new MigrationPlan(NewestFirst.of(index, dropped).stream()
                .map(node -> new MigrationStep(
                        MigrationStep.Kind.DOWNGRADE,
                        node.revision,
                        List.of(node.id()),
                        ids(node.parents),
                        rows.downgrade(node)))
                .toList());
    }

    MigrationPlan stamp(List<Node> current, List<String> identifiers) {
        Set<Node> related = new LinkedHashSet<>();
        Set<Node> destinations = new LinkedHashSet<>();
        for (String identifier : identifiers) {
            List<Node> found = stampDestinations(identifier);
            destinations.addAll(found);
            related.addAll(stampedOver(current, identifier, found));
        }
        VersionRows rows = new VersionRows(current);
        List<MigrationStep> steps = new ArrayList<>();
        if (destinations.isEmpty()) {
            for (Node head : related) {
                steps.add(stampStep(List.of(head.id()), List.of(), rows.delete(head)));
            }
        }
        for (Node destination : destinations) {
            if (related.contains(destination)) {
                List<Node> others = related.stream()
                        .filter(row -> !destinations.contains(row) && RevisionIndex.related(row, destination, true))
                        .toList();
                if (!others.isEmpty()) {
                    steps.add(stampStep(
                            others.stream().map(Node::id).toList(),
                            List.of(destination.id()),
                            rows.stamp(others, destination)));
                }
                continue;
            }
            boolean known = related.stream().anyMatch(row -> RevisionIndex.related(row, destination, true));
            List<Node> replaced = known ? List.copyOf(related) : List.of();
            steps.add(stampStep(
                    replaced.stream().map(Node::id).toList(),
                    List.of(destination.id()),
                    rows.stamp(replaced, destination)));
        }
        return new MigrationPlan(steps);
    }

    private TargetParser.Downgrade downgradeTarget(List<Node> current, String target) {
        try {
            return targets.downgrade(current, target);
        } catch (MultipleHeadsException several) {
            throw MultipleHeadsException.ofArgument(target, several.heads());
        }
    }

    private List<Node> stampDestinations(String identifier) {
        try {
            return resolver.all(identifier);
        } catch (MultipleHeadsException several) {
            throw MultipleHeadsException.ofStamp(several.heads());
        }
    }

    private List<Node> stampedOver(List<Node> current, String identifier, List<Node> found) {
        String branch = RevisionResolver.branchOf(identifier);
        if (found.isEmpty() && branch == null) {
            return current;
        }
        Set<Node> members = new LinkedHashSet<>(found);
        if (branch != null) {
            members.add(resolver.named(branch, null));
        }
        return current.stream()
                .filter(row -> members.stream().anyMatch(member -> RevisionIndex.related(row, member, true)))
                .toList();
    }

    private List<Node> onBranch(List<Node> roots, @Nullable String branch) {
        if (branch == null || roots.size() < 2) {
            return roots;
        }
        BitSet below = resolver.named(branch, null).line;
        List<Node> onBranch =
                roots.stream().filter(root -> below.get(root.position)).toList();
        if (onBranch.isEmpty()) {
            throw InvalidTargetException.ofBranchDowngrade();
        }
        return onBranch;
    }

    private static MigrationStep stampStep(List<String> from, List<String> to, List<VersionChange> changes) {
        return new MigrationStep(MigrationStep.Kind.STAMP, null, from, to, changes);
    }

    private static List<String> ids(Collection<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }
}
