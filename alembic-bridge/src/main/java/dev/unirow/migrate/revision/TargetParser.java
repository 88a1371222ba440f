package dev.unirow.migrate.revision;

import dev.unirow.migrate.exception.InvalidTargetException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The targets of upgrade and downgrade: identifiers, and walks that start where the database stands. */
final class TargetParser {
    private final RevisionIndex index;
    private final RevisionResolver resolver;

    TargetParser(RevisionIndex index, RevisionResolver resolver) {
        this.index = index;
        this.resolver = resolver;
    }

    List<Node> upgrade(List<Node> current, String target, boolean clamp) {
        Matcher relative = RevisionResolver.RELATIVE.matcher(target);
        if (!relative.matches()) {
            return resolver.all(target);
        }
        String branch = relative.group(1);
        String symbol = relative.group(2);
        int steps = RevisionResolver.steps(relative);
        RevisionResolver.Position end;
        if (symbol != null) {
            String start = steps > 0 ? symbol : RevisionResolver.withBranch(branch, symbol);
            end = resolver.walk(resolver.one(start), steps, branch, clamp);
        } else if (steps < 0) {
            throw InvalidTargetException.ofSteps(relative.group(3));
        } else {
            end = resolver.walk(upgradeStart(current, branch), steps, branch, clamp);
        }
        if (end == null) {
            throw InvalidTargetException.ofSteps(relative.group(3));
        }
        return end.asList();
    }

    Downgrade downgrade(List<Node> current, String target) {
        Matcher relative = RevisionResolver.RELATIVE.matcher(target);
        if (!relative.matches()) {
            int at = target.lastIndexOf('@');
            return new Downgrade(at < 0 ? null : target.substring(0, at), resolver.one(target.substring(at + 1)));
        }
        String branch = relative.group(1);
        String symbol = relative.group(2);
        int steps = RevisionResolver.steps(relative);
        if (symbol != null) {
            String start = steps < 0 ? RevisionResolver.withBranch(branch, symbol) : symbol;
            RevisionResolver.Position end = resolver.walk(resolver.one(start), steps, steps < 0 ? null : branch, false);
            if (end == null) {
                throw InvalidTargetException.walkedTooFar();
            }
            return new Downgrade(branch, end.node());
        }
        if (steps >= 0) {
            throw InvalidTargetException.ofSteps(relative.group(3));
        }
        Node start = downgradeStart(current, branch, relative.group(3));
        RevisionResolver.Position end = resolver.walk(start, steps, null, false);
        if (end == null) {
            throw InvalidTargetException.ofSteps(relative.group(3));
        }
        return new Downgrade(branch == null ? start.id() : branch, end.node());
    }

    private @Nullable Node upgradeStart(List<Node> current, @Nullable String branch) {
        List<Node> starts = current;
        if (branch != null) {
            starts = resolver.onBranch(current, branch);
            if (starts.isEmpty()) {
                starts = tips(resolver.onBranch(applied(current), branch));
            }
        }
        if (starts.size() > 1) {
            throw InvalidTargetException.ofAmbiguousUpgrade(
                    starts.stream().map(Node::id).toList());
        }
        return starts.isEmpty() ? null : starts.get(0);
    }

    private Node downgradeStart(List<Node> current, @Nullable String branch, String relative) {
        List<Node> starts = current;
        if (branch != null) {
            starts = resolver.onBranch(current, branch);
            if (starts.isEmpty()) {
                starts = tips(resolver.onBranch(applied(current), branch));
            }
        }
        if (starts.isEmpty()) {
            throw InvalidTargetException.ofSteps(relative);
        }
        if (starts.size() > 1) {
            throw InvalidTargetException.ofAmbiguousDowngrade(
                    relative, starts.stream().map(Node::id).toList());
        }
        return starts.get(0);
    }

    private List<Node> applied(Collection<Node> current) {
        return index.reachOf(current).stream().mapToObj(index::at).toList();
    }

    private static List<Node> tips(List<Node> nodes) {
        BitSet below = new BitSet();
        nodes.forEach(node -> node.requirements.forEach(required -> below.set(required.position)));
        List<Node> tips = new ArrayList<>(nodes);
        tips.removeIf(node -> below.get(node.position));
        return tips;
    }

    /** @param node null for the base */
    record Downgrade(@Nullable String branch, @Nullable Node node) {}
}
