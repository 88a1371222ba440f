package dev.unirow.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines that {@code history}, {@code heads}, {@code branches}, {@code current} and {@code show} print, as Alembic
 * prints them.
 */
public final class RevisionText {
    private final RevisionGraph graph;
    private final Set<String> current;

    private RevisionText(RevisionGraph graph, Set<String> current) {
        this.graph = graph;
        this.current = current;
    }

    public static RevisionText of(RevisionGraph graph) {
        return new RevisionText(graph, Set.of());
    }

    /** Marks the given revisions with {@code (current)}. */
    public RevisionText withCurrent(Collection<String> versions) {
        return new RevisionText(graph, Set.copyOf(versions));
    }

    /** {@code <base> -> 1975ea83b712 (branchpoint), create account table} */
    public String historyLine(Revision revision) {
        return parents(revision)
                + (revision.dependsOn().isEmpty() ? "" : " (" + commas(revision.dependsOn()) + ")")
                + " -> "
                + revision.id()
                + labels(revision)
                + headMarks(revision)
                + treeMarks(revision)
                + ", "
                + revision.message();
    }

    /** {@code 1975ea83b712 (billing) (head)} */
    public String headLine(Revision revision) {
        return revision.id() + labels(revision) + headMarks(revision);
    }

    /** {@code 1975ea83b712 (head) (mergepoint)} */
    public String currentLine(Revision revision) {
        return revision.id() + headMarks(revision) + treeMarks(revision);
    }

    /** A branch point, below it a line for each that follows, and an empty line. */
    public List<String> branchLines(Revision revision) {
        List<String> lines = new ArrayList<>();
        lines.add(revision.id() + labels(revision) + headMarks(revision) + treeMarks(revision));
        lines.addAll(followers(revision, false));
        lines.add("");
        return lines;
    }

    /** As {@link #branchLines} with the whole block of the branch point and the messages of its followers. */
    public List<String> verboseBranchLines(Revision revision) {
        List<String> lines = new ArrayList<>(block(revision));
        lines.addAll(followers(revision, true));
        lines.add("");
        return lines;
    }

    /**
     * What {@code show} prints, and {@code -v} of the others: everything that is known of a revision, with an empty
     * line at the end.
     */
    public List<String> block(Revision revision) {
        List<String> lines = new ArrayList<>();
        lines.add("Rev: "
                + revision.id()
                + (graph.isHead(revision) ? " (head)" : "")
                + treeMarks(revision)
                + (current.contains(revision.id()) ? " (current)" : ""));
        lines.add((revision.isMergePoint() ? "Merges: " : "Parent: ") + parents(revision));
        if (!revision.dependsOn().isEmpty()) {
            lines.add("Also depends on: " + commas(revision.dependsOn()));
        }
        if (graph.isBranchPoint(revision)) {
            lines.add("Branches into: "
                    + graph.next(revision).stream().map(Revision::id).collect(Collectors.joining(", ")));
        }
        Set<String> labels = graph.branchLabels(revision);
        if (!labels.isEmpty()) {
            lines.add("Branch names: " + commas(labels));
        }
        lines.add("Path: " + (revision.path() == null ? "" : revision.path()));
        lines.add("");
        revision.description().lines().map(line -> "    " + line).forEach(lines::add);
        lines.add("");
        return lines;
    }

    private List<String> followers(Revision revision, boolean withMessage) {
        String indent = " ".repeat(revision.id().length()) + " -> ";
        return graph.next(revision).stream()
                .map(next -> indent
                        + next.id()
                        + labels(next)
                        + headMarks(next)
                        + treeMarks(next)
                        + (withMessage ? ", " + next.message() : ""))
                .toList();
    }

    private static String parents(Revision revision) {
        return revision.isBase() ? "<base>" : commas(revision.downRevisions());
    }

    private String labels(Revision revision) {
        Set<String> labels = graph.branchLabels(revision);
        return labels.isEmpty() ? "" : " (" + commas(labels) + ")";
    }

    private String headMarks(Revision revision) {
        String head = "";
        if (graph.isHead(revision)) {
            head = graph.isEffectiveHead(revision) ? " (head)" : " (effective head)";
        }
        return head + (current.contains(revision.id()) ? " (current)" : "");
    }

    private String treeMarks(Revision revision) {
        return (graph.isBranchPoint(revision) ? " (branchpoint)" : "")
                + (revision.isMergePoint() ? " (mergepoint)" : "");
    }

    private static String commas(Collection<String> names) {
        return String.join(", ", names);
    }
}
