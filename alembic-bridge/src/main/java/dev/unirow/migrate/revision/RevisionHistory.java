package dev.unirow.migrate.revision;

import dev.unirow.migrate.exception.InvalidTargetException;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** The revisions between two identifiers, both included, newest first. */
final class RevisionHistory {
    private final RevisionIndex index;
    private final RevisionResolver resolver;
    private final TargetParser targets;

    RevisionHistory(RevisionIndex index, RevisionResolver resolver) {
        this.index = index;
        this.resolver = resolver;
        this.targets = new TargetParser(index, resolver);
    }

    List<Node> between(String start, String end, List<Node> current) {
        boolean endCountsFromStart = end.startsWith("+");
        List<Node> lower = endCountsFromStart ? start(start, List.of(), current) : List.of();
        List<Node> upper = end.equals("current") ? current : targets.upgrade(lower, end, true);
        if (!endCountsFromStart) {
            lower = start(start, upper, current);
        }
        BitSet range = index.reachOf(onBranchOf(start, upper));
        if (lower.stream().anyMatch(node -> !range.get(node.position))) {
            throw InvalidTargetException.ofRange(start, end);
        }
        if (!lower.isEmpty()) {
            range.andNot(index.reachOf(lower));
            List<Node> floor = lower;
            BitSet above = new BitSet();
            range.stream()
                    .filter(position -> floor.stream()
                            .anyMatch(node -> index.at(position).line.get(node.position)))
                    .forEach(above::set);
            floor.forEach(node -> above.set(node.position));
            return NewestFirst.of(index, above);
        }
        return NewestFirst.of(index, range);
    }

    private List<Node> start(String start, List<Node> upper, List<Node> current) {
        if (start.equals("current")) {
            return current;
        }
        Matcher relative = RevisionResolver.RELATIVE.matcher(start);
        if (!relative.matches() || relative.group(2) != null) {
            return resolver.all(start);
        }
        int steps = RevisionResolver.steps(relative);
        if (steps > 0) {
            throw InvalidTargetException.ofSteps(relative.group(3));
        }
        List<Node> tips = relative.group(1) == null ? upper : resolver.onBranch(upper, relative.group(1));
        Set<Node> found = new LinkedHashSet<>();
        for (Node tip : tips) {
            RevisionResolver.Position end = resolver.walk(tip, steps, null, true);
            found.addAll(end == null ? List.of() : end.asList());
        }
        return List.copyOf(found);
    }

    /** Labels decide where there are any: what lies below the fork belongs to the trunk. */
    private List<Node> onBranchOf(String start, List<Node> upper) {
        String branch = RevisionResolver.branchOf(start);
        if (branch == null) {
            return upper;
        }
        Node member = resolver.named(branch, null);
        Set<String> labels = member.revision.branchLabels().contains(branch) ? Set.of(branch) : member.labels;
        return labels.isEmpty()
                ? resolver.onBranch(upper, branch)
                : upper.stream()
                        .filter(node -> !Collections.disjoint(node.labels, labels))
                        .toList();
    }
}
