package dev.unirow.migrate.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Orders revisions from the tips down: a line is followed as long as nothing above it is still to come, which keeps
 * branches together.
 */
final class NewestFirst {
    private final RevisionIndex index;
    private final BitSet open;
    private final List<Node> tips = new ArrayList<>();
    private final List<Node> ordered = new ArrayList<>();

    private NewestFirst(RevisionIndex index, BitSet among) {
        this.index = index;
        this.open = (BitSet) among.clone();
    }

    static List<Node> of(RevisionIndex index, BitSet among) {
        NewestFirst walk = new NewestFirst(index, among);
        walk.run();
        return walk.ordered;
    }

    private void run() {
        BitSet covered = new BitSet();
        open.stream().mapToObj(index::at).forEach(node -> node.requirements.forEach(below -> covered.or(below.reach)));
        BitSet uncovered = (BitSet) open.clone();
        uncovered.andNot(covered);
        uncovered.stream().mapToObj(index::at).forEach(tips::add);
        int current = 0;
        while (!tips.isEmpty()) {
            Node candidate = tips.get(current);
            int above = tipAbove(candidate);
            if (above >= 0) {
                current = above;
                continue;
            }
            if (open.get(candidate.position)) {
                ordered.add(candidate);
                open.clear(candidate.position);
            }
            current = replace(current, candidate);
        }
    }

    private int tipAbove(Node candidate) {
        for (int other = 0; other < tips.size(); other++) {
            Node tip = tips.get(other);
            if (tip != candidate && tip.reach.get(candidate.position)) {
                return other;
            }
        }
        return -1;
    }

    private int replace(int current, Node candidate) {
        List<Node> below = candidate.requirements.stream()
                .filter(node -> open.get(node.position) && !tips.contains(node))
                .toList();
        if (below.isEmpty()) {
            tips.remove(current);
            return Math.max(current - 1, 0);
        }
        tips.set(current, below.get(0));
        tips.addAll(below.subList(1, below.size()));
        return current;
    }
}
