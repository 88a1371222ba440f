package dev.unirow.model;

import dev.unirow.model.internal.Sight;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets models of an inverse relation know whose they are, unless they have an owner; and takes that back if nothing
 * comes of it.
 */
final class Owners {
    private record Told(Object model, Property owner) {}

    private final Deque<Told> told = new ArrayDeque<>();

    void own(Object model, Property property, @Nullable Object value) {
        String owner = property.owner();
        if (value == null || owner.isEmpty()) {
            return;
        }
        for (Object below : all(value)) {
            if (!Sight.REFERENCES.isLoaded(below)) {
                continue;
            }
            Object target = Sight.REFERENCES.unproxy(below);
            Shape shape = Shape.of(target);
            Property back = shape.find(owner);
            // a key alone refers to a row, which is not ours to change
            if (back != null
                    && !KeyOnly.is(shape, target)
                    && back.kind() == Property.Kind.REFERENCE
                    && back.read(target) == null) {
                back.write(target, model);
                told.push(new Told(target, back));
            }
        }
    }

    private static Collection<?> all(Object value) {
        return value instanceof Map<?, ?> keyed
                ? keyed.values()
                : value instanceof Collection<?> several ? several : List.of(value);
    }

    void takeBack() {
        told.forEach(one -> one.owner().write(one.model(), null));
        told.clear();
    }
}
