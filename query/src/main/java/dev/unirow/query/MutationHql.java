package dev.unirow.query;

import dev.unirow.query.Assignment.Bound;
import java.util.List;
import java.util.stream.Collectors;

/** Writes update and delete statements as HQL. */
final class MutationHql {
    private static final String ROOT = "e";
    private static final String INNER = "k";

    private final Shape shape;
    private final HqlNames names = new HqlNames();

    private MutationHql(Shape shape) {
        this.shape = shape;
    }

    static HqlMutation update(Update<?> update) {
        List<Bound> assignments = update.assignments();
        if (assignments.isEmpty()) {
            throw new IllegalStateException(
                    "The update of '" + update.shape().simpleName() + "' sets nothing. Call set(…) before it runs.");
        }
        MutationHql writer = new MutationHql(update.shape());
        String set = assignments.stream().map(writer::assignment).collect(Collectors.joining(", "));
        String head = (raisesVersion(update) ? "update versioned " : "update ")
                + update.shape().entityName() + " " + ROOT + " set " + set;
        return writer.mutation(head, update.condition());
    }

    static HqlMutation delete(Delete<?> delete) {
        return new MutationHql(delete.shape())
                .mutation("delete from " + delete.shape().entityName() + " " + ROOT, delete.condition());
    }

    /** So that a model loaded before the update is found stale when it is saved after. */
    private static boolean raisesVersion(Update<?> update) {
        Attribute version = update.shape().version();
        return version != null
                && update.assignments().stream()
                        .noneMatch(assignment ->
                                assignment.path().attributes().get(0).equals(version));
    }

    private String assignment(Bound assignment) {
        Object value = assignment.value();
        return new Joins(ROOT).column(assignment.path()) + " = " + (value == null ? "null" : names.parameter(value));
    }

    private HqlMutation mutation(String head, Predicate condition) {
        return new HqlMutation(head + where(condition), names.values());
    }

    /** Conditions across references choose the keys in a subquery, since these statements know no joins. */
    private String where(Predicate condition) {
        Joins joins = new Joins(crossesReferences(condition) ? INNER : ROOT);
        String where = new PredicateHql(joins, names).where(condition);
        if (joins.hql().isEmpty()) {
            return where;
        }
        String id = shape.id().name();
        return " where " + ROOT + "." + id + " in (select " + INNER + "." + id + " from " + shape.entityName() + " "
                + INNER + joins.hql() + where + ")";
    }

    private static boolean crossesReferences(Predicate condition) {
        Joins needed = new Joins(ROOT);
        String ignored = new PredicateHql(needed, new HqlNames()).where(condition);
        return !ignored.isEmpty() && !needed.hql().isEmpty();
    }
}
