package dev.unirow.query;

import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.restriction.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes columns of all rows that satisfy its conditions; without any, of all rows of the model. It
 * runs past models that are loaded, and past their validation; a version attribute is raised in each row. Immutable.
 *
 * @param <T> the model
 */
public final class Update<T> {
    private final Class<T> model;
    private final Shape shape;
    private final Map<Attribute, Assignment.Bound> assignments;
    private final Predicate where;

    private Update(Class<T> model, Shape shape, Map<Attribute, Assignment.Bound> assignments, Predicate where) {
        this.model = model;
        this.shape = shape;
        this.assignments = assignments;
        this.where = where;
    }

    static <T> Update<T> of(Class<T> model) {
        return new Update<>(model, Shape.ofModel(model), Map.of(), new Predicate.Constant(true));
    }

    public Class<T> model() {
        return model;
    }

    Shape shape() {
        return shape;
    }

    List<Assignment.Bound> assignments() {
        return List.copyOf(assignments.values());
    }

    Predicate condition() {
        return where;
    }

    public <V extends @Nullable Object> Update<T> set(Accessor<? super T, V> column, @Nullable V value) {
        return set(Queries.set(column, value));
    }

    public <V extends @Nullable Object> Update<T> set(
            @Nullable SingularAttribute<? super T, V> column, @Nullable V value) {
        return set(Queries.set(column, value));
    }

    /** @param value of a reference, the model or its key */
    public Update<T> set(String column, @Nullable Object value) {
        return set(Queries.set(column, value));
    }

    /** The last assignment to a column counts. */
    @SafeVarargs
    public final Update<T> set(Assignment<? super T>... assignments) {
        Map<Attribute, Assignment.Bound> more = new LinkedHashMap<>(this.assignments);
        for (Assignment<? super T> assignment : assignments) {
            Assignment.Bound bound = assignment.bind(shape);
            more.put(bound.path().attributes().get(0), bound);
        }
        return new Update<>(model, shape, more, where);
    }

    /** Sets the column unless this statement sets it already. */
    public Update<T> setIfUnset(String column, @Nullable Object value) {
        Assignment.Bound bound = Queries.set(column, value).bind(shape);
        return assignments.containsKey(bound.path().attributes().get(0)) ? this : set(column, value);
    }

    /** Only rows that satisfy all of the conditions, and those given before. */
    @SafeVarargs
    public final Update<T> where(Condition<? super T>... conditions) {
        List<Predicate> all = new ArrayList<>();
        all.add(where);
        all.add(Condition.join(true, conditions).bind(shape));
        return new Update<>(model, shape, assignments, Predicate.join(true, all));
    }

    /** Only rows that satisfy a restriction of Hibernate's, which is read by the rules of our conditions. */
    public Update<T> where(Restriction<? super T> restriction) {
        return where(Condition.from(restriction));
    }

    /** The statement as HQL, without its values. */
    @Override
    public String toString() {
        return HqlMutation.of(this).hql();
    }
}
