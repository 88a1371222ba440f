package dev.unirow.migrate.revision;

import dev.unirow.migrate.exception.InvalidTargetException;
import dev.unirow.migrate.exception.MultipleHeadsException;
import dev.unirow.migrate.exception.UnknownRevisionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an identifier typed by somebody means. An empty answer, or null, is the base: nothing applied. */
final class RevisionResolver {
    /** Branch, symbol, signed number; the first two may be missing. */
    static final Pattern RELATIVE = Pattern.compile("(?:(.+?)@)?([\\p{L}\\p{N}_.]+)?([+-][0-9]+)");

    private final RevisionIndex index;

    RevisionResolver(RevisionIndex index) {
        this.index = index;
    }

    /** Resolves {@code heads} to the heads nothing depends on, all else to at most one node. */
    List<Node> all(String identifier) {
        Matcher relative = RELATIVE.matcher(identifier);
        if (relative.matches()) {
            String symbol = relative.group(2);
            if (symbol == null) {
                throw new UnknownRevisionException(identifier);
            }
            Position end = walk(one(withBranch(relative.group(1), symbol)), steps(relative), relative.group(1), false);
            if (end == null) {
                throw InvalidTargetException.walkedTooFar();
            }
            return end.asList();
        }
        String branch = branchOf(identifier);
        String symbol = symbolOf(identifier);
        return switch (symbol) {
            case "heads" -> branch == null ? effectiveHeads() : onBranch(heads(), branch);
            case "head" -> {
                Node head = head(branch);
                yield head == null ? List.of() : List.of(head);
            }
            case "base" -> List.of();
            default -> List.of(named(symbol, branch));
        };
    }

    /** As {@link #all}, refusing several. */
    @Nullable Node one(String identifier) {
        List<Node> found = all(identifier);
        if (found.size() > 1) {
            throw MultipleHeadsException.ofArgument(
                    identifier, found.stream().map(Node::id).toList());
        }
        return found.isEmpty() ? null : found.get(0);
    }

    List<Node> heads() {
        return index.nodes().stream().filter(Node::isHead).toList();
    }

    List<Node> effectiveHeads() {
        return index.nodes().stream().filter(Node::isEffectiveHead).toList();
    }

    List<Node> bases() {
        return index.nodes().stream().filter(node -> node.parents.isEmpty()).toList();
    }

    @Nullable Node head(@Nullable String branch) {
        List<Node> heads = branch == null ? heads() : onBranch(heads(), branch);
        if (heads.size() > 1) {
            throw MultipleHeadsException.ofArgument(
                    branch == null ? "head" : branch + "@head",
                    heads.stream().map(Node::id).toList());
        }
        return heads.isEmpty() ? null : heads.get(0);
    }

    List<Node> onBranch(List<Node> nodes, String branch) {
        Node member = named(branch, null);
        return nodes.stream()
                .filter(node -> RevisionIndex.related(node, member, false))
                .toList();
    }

    /** @param branch when given, the node must lie on it */
    Node named(String name, @Nullable String branch) {
        Node member = branch == null ? null : named(branch, null);
        Node exact = index.byName(name);
        Node found = exact == null ? byPrefix(name, member) : exact;
        if (branch != null && member != null && !RevisionIndex.related(found, member, false)) {
            throw InvalidTargetException.ofBranch(found.id(), branch);
        }
        return found;
    }

    /** Walks step by step; null when the walk leaves the graph, which {@code clamp} turns into staying at its edge. */
    @Nullable Position walk(@Nullable Node start, int steps, @Nullable String branch, boolean clamp) {
        Node at = start;
        for (int step = 0; step < Math.abs(steps); step++) {
            if (steps < 0 && at == null) {
                return clamp ? Position.BASE : null;
            }
            List<Node> next = steps > 0 ? above(at, branch) : new ArrayList<>(at == null ? List.of() : at.parents);
            if (next.size() > 1) {
                throw InvalidTargetException.ofAmbiguousWalk();
            }
            if (next.isEmpty() && steps > 0) {
                return clamp ? new Position(at) : null;
            }
            at = next.isEmpty() ? null : next.get(0);
        }
        return new Position(at);
    }

    static int steps(Matcher relative) {
        try {
            return Integer.parseInt(relative.group(3));
        } catch (NumberFormatException tooLarge) {
            throw InvalidTargetException.ofSteps(relative.group(3));
        }
    }

    static @Nullable String branchOf(String identifier) {
        int at = identifier.indexOf('@');
        return at < 0 ? null : identifier.substring(0, at);
    }

    static String symbolOf(String identifier) {
        return identifier.substring(identifier.indexOf('@') + 1);
    }

    static String withBranch(@Nullable String branch, String symbol) {
        return branch == null ? symbol : branch + "@" + symbol;
    }

    private List<Node> above(@Nullable Node at, @Nullable String branch) {
        List<Node> following = at == null ? bases() : List.copyOf(at.children);
        return branch == null ? following : onBranch(following, branch);
    }

    private Node byPrefix(String prefix, @Nullable Node member) {
        if (prefix.isEmpty()) {
            throw new UnknownRevisionException(prefix);
        }
        Map<String, Node> fitting = new LinkedHashMap<>();
        index.names().forEach((name, node) -> {
            boolean onBranch = member == null || RevisionIndex.related(node, member, false);
            if (name.length() > 3 && name.startsWith(prefix) && onBranch) {
                fitting.put(name, node);
            }
        });
        if (fitting.isEmpty()) {
            throw new UnknownRevisionException(prefix);
        }
        if (new LinkedHashSet<>(fitting.values()).size() > 1) {
            throw InvalidTargetException.ofAmbiguousIdentifier(prefix, List.copyOf(fitting.keySet()));
        }
        return fitting.values().iterator().next();
    }

    /** The end of a walk: a node, or the base. */
    record Position(@Nullable Node node) {
        static final Position BASE = new Position(null);

        List<Node> asList() {
            return node == null ? List.of() : List.of(node);
        }
    }
}
