package dev.unirow.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When a property counts as set: it was named or assigned, or it differs from that of a new instance. */
final class SetRule {
    private SetRule() {}

    static boolean isSet(Shape shape, Property property, Object target) {
        if (target instanceof Model model && model.isMarkedSet(property.name())) {
            return true;
        }
        return !isDefault(shape, property, target);
    }

    /** Whether a property is as in a new model. */
    static boolean isDefault(Shape shape, Property property, Object target) {
        Object value = property.read(target);
        return Objects.deepEquals(value, shape.fresh().valueOf(property))
                || (property.kind() == Property.Kind.COLLECTION && Property.isEmpty(value));
    }

    /** The set and loaded properties of a target with their values, in order. */
    static Map<Property, @Nullable Object> assigned(Object target) {
        Shape shape = Shape.of(target);
        Map<Property, @Nullable Object> assigned = new LinkedHashMap<>();
        for (Property property : shape.properties()) {
            if (property.isLoadedIn(target) && isSet(shape, property, target)) {
                assigned.put(property, property.read(target));
            }
        }
        return assigned;
    }
}
