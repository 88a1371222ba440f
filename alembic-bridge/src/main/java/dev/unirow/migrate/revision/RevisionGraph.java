package dev.unirow.migrate.revision;

import dev.unirow.migrate.exception.InvalidRevisionException;
import dev.unirow.migrate.exception.InvalidTargetException;
import dev.unirow.migrate.exception.MultipleHeadsException;
import dev.unirow.migrate.exception.UnknownRevisionException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * All revisions of a directory and what they mean to one another, with Alembic's rules. Immutable and pure: it reads no
 * file and no database. {@code current} is always what the version table holds. Lists keep the order in which the
 * revisions were given.
 */
public final class RevisionGraph {
    private final RevisionIndex index;
    private final RevisionResolver resolver;

    private RevisionGraph(RevisionIndex index) {
        this.index = index;
        this.resolver = new RevisionResolver(index);
    }

    /**
     * Links the revisions.
     *
     * @throws InvalidRevisionException when an identifier or a branch label is there twice, when a parent or a
     *     dependency is not among them, or when revisions follow or depend on themselves
     */
    public static RevisionGraph of(Collection<Revision> revisions) {
        return new RevisionGraph(new RevisionIndex(revisions));
    }

    public List<Revision> revisions() {
        return revisions(index.nodes());
    }

    /** Revisions that none follows. */
    public List<Revision> heads() {
        return revisions(resolver.heads());
    }

    /** Heads that no other revision depends on: the rows of an up-to-date version table. */
    public List<Revision> effectiveHeads() {
        return revisions(resolver.effectiveHeads());
    }

    public List<Revision> bases() {
        return revisions(resolver.bases());
    }

    /** Revisions that more than one follows, newest first. */
    public List<Revision> branchPoints() {
        return history().stream().filter(this::isBranchPoint).toList();
    }

    /** Those that follow the revision, by version. */
    public List<Revision> next(Revision revision) {
        return revisions(node(revision).children);
    }

    /** The labels of the branch it lies on, not only its own. */
    public Set<String> branchLabels(Revision revision) {
        return Collections.unmodifiableSet(node(revision).labels);
    }

    public boolean isHead(Revision revision) {
        return node(revision).isHead();
    }

    public boolean isEffectiveHead(Revision revision) {
        return node(revision).isEffectiveHead();
    }

    public boolean isBranchPoint(Revision revision) {
        return node(revision).isBranchPoint();
    }

    /**
     * What an identifier means: a full id, the start of one, {@code head}, {@code heads}, {@code base} (nothing), a
     * branch label, {@code branch@head}, {@code branch@base}, {@code rev+2} or {@code rev-2}.
     *
     * @throws UnknownRevisionException when nothing goes by that name
     * @throws MultipleHeadsException when {@code head} is several
     * @throws InvalidTargetException when a shortened id fits several, when a revision is not on the branch, or when a
     *     walk leaves the graph or comes to a fork
     */
    public List<Revision> resolve(String identifier) {
        return revisions(resolver.all(identifier));
    }

    /**
     * The applied revisions at the ends of their branches: the version rows, and ends of branches that are covered by a
     * dependency.
     *
     * @throws UnknownRevisionException when a row names a revision that is not here
     */
    public List<Revision> current(Collection<String> current) {
        BitSet applied = index.reachOf(applied(current));
        return revisions(applied.stream()
                .mapToObj(index::at)
                .filter(node -> node.children.stream().noneMatch(child -> applied.get(child.position)))
                .toList());
    }

    /**
     * The rows that another row follows or depends on, so that one of the two is wrong. None in a table that only
     * migrations have written.
     *
     * @throws UnknownRevisionException when a row names a revision that is not here
     */
    public List<Revision> covered(Collection<String> current) {
        List<Node> rows = applied(current);
        return revisions(rows.stream()
                .filter(row -> rows.stream().anyMatch(other -> other != row && other.reach.get(row.position)))
                .toList());
    }

    /**
     * The revisions of a range, newest first, both ends included. Either end may be left out, or be {@code current}; a
     * start like {@code -3} counts down from the end, an end like {@code +3} up from the start.
     *
     * @param range {@code start:end}
     * @throws InvalidTargetException when it is no range, or the ends do not lie on one line
     */
    public List<Revision> history(String range, Collection<String> current) {
        int colon = range.indexOf(':');
        if (colon < 0 || colon != range.lastIndexOf(':')) {
            throw InvalidTargetException.ofHistoryRange();
        }
        String start = range.substring(0, colon).strip();
        String end = range.substring(colon + 1).strip();
        boolean asked = start.equals("current") || end.equals("current");
        return revisions(new RevisionHistory(index, resolver)
                .between(
                        start.isEmpty() ? "base" : start,
                        end.isEmpty() ? "heads" : end,
                        asked ? applied(current) : List.of()));
    }

    /** All revisions, newest first. */
    public List<Revision> history() {
        return history(":", List.of());
    }

    /**
     * Steps that bring everything the target needs. A target that is applied already asks for nothing.
     *
     * @param target as {@link #resolve}, and {@code +2} or {@code branch@+2} from where the database stands
     * @throws UnknownRevisionException when the target, or a current row, is not here
     * @throws InvalidTargetException when {@code +N} leaves the graph, comes to a fork or starts from several rows
     */
    public MigrationPlan upgrade(Collection<String> current, String target) {
        return planner().upgrade(applied(current), target);
    }

    /**
     * Steps that take back all that follows the target, and what depends on it.
     *
     * @param target as {@link #resolve}, and {@code -2} or {@code branch@-2} from where the database stands
     * @throws InvalidTargetException when the target is not below a current row, or when {@code -N} leaves the graph,
     *     comes to a merge or starts from several rows
     */
    public MigrationPlan downgrade(Collection<String> current, String target) {
        return planner().downgrade(applied(current), target);
    }

    /** Steps that write the version rows alone. Rows of branches that share nothing with the targets stay. */
    public MigrationPlan stamp(Collection<String> current, List<String> targets) {
        return planner().stamp(applied(current), targets);
    }

    /** As {@link #stamp}, from a version table that is emptied first, whatever it holds. */
    public MigrationPlan stampPurged(List<String> targets) {
        List<MigrationStep> steps = new ArrayList<>();
        steps.add(new MigrationStep(
                MigrationStep.Kind.STAMP, null, List.of(), List.of(), List.of(new VersionChange.DeleteAll())));
        steps.addAll(planner().stamp(List.of(), targets).steps());
        return new MigrationPlan(steps);
    }

    private MigrationPlanner planner() {
        return new MigrationPlanner(index, resolver);
    }

    private List<Node> applied(Collection<String> current) {
        List<Node> nodes = new ArrayList<>();
        for (String version : current) {
            Node node = index.byName(version);
            if (node == null || !node.id().equals(version)) {
                throw new UnknownRevisionException(version);
            }
            nodes.add(node);
        }
        return nodes;
    }

    private Node node(Revision revision) {
        Node node = index.byName(revision.id());
        if (node == null) {
            throw new UnknownRevisionException(revision.id());
        }
        return node;
    }

    private static List<Revision> revisions(Collection<Node> nodes) {
        return nodes.stream().map(node -> node.revision).toList();
    }
}
