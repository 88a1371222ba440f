package dev.unirow.model;

import java.util.Objects;

/** When a property counts as set: it was named or assigned, or it differs from that of a new instance. */
final class SetRule {

    private SetRule() {}

    static boolean isSet(Shape shape, Property property, Object target) {
        if (target instanceof Model model && model.isMarkedSet(property.name())) {
            return true;
        }
        Object value = property.read(target);
        return !Objects.deepEquals(value, shape.fresh().valueOf(property))
                && !(property.kind() == Property.Kind.COLLECTION && Property.isEmpty(value));
    }
}
