package dev.unirow.query;

import java.util.List;
import org.hibernate.query.restriction.Restriction;

/**
 * A statement that deletes all rows that satisfy its conditions; without any, all rows of the model. It runs past
 * models that are loaded. Immutable.
 *
 * @param <T> the model
 */
public final class Delete<T> {
    private final Class<T> model;
    private final Shape shape;
    private final Predicate where;

    private Delete(Class<T> model, Shape shape, Predicate where) {
        this.model = model;
        this.shape = shape;
        this.where = where;
    }

    static <T> Delete<T> of(Class<T> model) {
        return new Delete<>(model, Shape.ofModel(model), new Predicate.Constant(true));
    }

    public Class<T> model() {
        return model;
    }

    Shape shape() {
        return shape;
    }

    Predicate condition() {
        return where;
    }

    /** Only rows that satisfy all of the conditions, and those given before. */
    @SafeVarargs
    public final Delete<T> where(Condition<? super T>... conditions) {
        Predicate further = Condition.join(true, conditions).bind(shape);
        return new Delete<>(model, shape, Predicate.join(true, List.of(where, further)));
    }

    /** Only rows that satisfy a restriction of Hibernate's, which is read by the rules of our conditions. */
    public Delete<T> where(Restriction<? super T> restriction) {
        return where(Condition.from(restriction));
    }

    /** The statement as HQL, without its values. */
    @Override
    public String toString() {
        return HqlMutation.of(this).hql();
    }
}
