package dev.unirow.query;

import dev.unirow.model.spi.MappedAttribute.Kind;
import dev.unirow.query.Predicate.Exists;
import dev.unirow.query.Predicate.Within;
import java.util.List;

/** Conditions that ask other rows. */
final class Subqueries {
    private Subqueries() {}

    /** The rows of the statement itself. */
    static <T> Condition<T> selected(Select<T> rows) {
        Shape shape = rows.shape();
        Predicate predicate = rows.selection().isPage()
                ? new Within(new BoundPath(shape, List.of(shape.id())), shape, rows.selection(), false)
                : rows.selection().where();
        return Condition.of(root -> predicate);
    }

    static Predicate within(BoundPath reference, Select<?> models) {
        Attribute last = reference.last();
        if (!last.is(Kind.REFERENCE) || !last.type().isAssignableFrom(models.model())) {
            throw new IllegalArgumentException(reference + " does not refer to a '"
                    + models.model().getSimpleName() + "', so it is in no selection of them.");
        }
        return new Within(reference.key(), models.shape(), models.selection(), false);
    }

    static Predicate exists(BoundPath collection, Condition<?> condition) {
        Attribute last = collection.last();
        if (!last.is(Kind.COLLECTION)) {
            throw new IllegalArgumentException(collection + " is no collection, so nothing exists in it.");
        }
        Shape element = Shape.ofModel(last.type());
        return new Exists(collection, element, condition.bind(element), false);
    }
}
