package dev.unirow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.unirow.model.internal.PropertyPath;
import dev.unirow.model.internal.Sight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks how deep a value goes. Maps, collections, arrays and trees may hold themselves, for which JSON has no words; a
 * walk through them, or through very many levels, would end with the stack.
 */
final class Nesting {
    /**
     * How deep objects and arrays may lie in each other: far above what people write, far below what exhausts a stack.
     */
    static final int MOST_LEVELS = 200;

    static final String TOO_DEEP = "is nested deeper than " + MOST_LEVELS + " levels";

    /** Told of what goes too deep. */
    @FunctionalInterface
    interface Told {
        void add(PropertyPath path, String message, String kind);
    }

    private final Told told;
    private final Map<Object, PropertyPath> around = new IdentityHashMap<>();

    private Nesting(Told told) {
        this.told = told;
    }

    /** Tells each place at which a value holds itself or goes too deep. */
    static void check(@Nullable Object value, PropertyPath path, Told told) {
        new Nesting(told).walk(value, () -> path, path.levels());
    }

    /** Checks what the properties of a model hold, but for other models. */
    static void checkValues(Object model, Supplier<PropertyPath> path, Told told) {
        for (Property property : Shape.of(model).properties()) {
            if (property.kind() != Property.Kind.REFERENCE && !property.ofModels() && property.isLoadedIn(model)) {
                Object value = property.read(model);
                if (value != null && isContainer(value)) {
                    check(value, path.get().child(property.name()), told);
                }
            }
        }
    }

    /**
     * Refuses a value of a model that is to be walked.
     *
     * @throws InvalidModelException if it holds itself or goes too deep
     */
    static void require(@Nullable Object value, Property property, Object model) {
        Problems problems = new Problems(Shape.of(model).type());
        check(value, PropertyPath.ROOT.child(property.name()), problems::add);
        if (problems.count() > 0) {
            throw problems.asException();
        }
    }

    /** @param path asked for at containers only, of which there are few */
    private void walk(@Nullable Object value, Supplier<PropertyPath> path, int level) {
        if (value instanceof POJONode wrapped) {
            walk(wrapped.getPojo(), path, level);
        } else if (value != null && isContainer(value)) {
            enter(value, path.get(), level);
        }
    }

    private void enter(Object container, PropertyPath path, int level) {
        PropertyPath before = around.putIfAbsent(container, path);
        if (before != null) {
            told.add(path, again(before), "cycle");
            return;
        }
        if (level >= MOST_LEVELS) {
            told.add(path, TOO_DEEP, "depth");
        } else {
            below(container, path, level + 1);
        }
        around.remove(container);
    }

    private static String again(PropertyPath before) {
        return "is " + (before.isRoot() ? "the whole" : "'" + before + "'")
                + " again, which has no end in JSON: put a copy there, or leave it out";
    }

    private static boolean isContainer(Object value) {
        return value instanceof Map<?, ?>
                || value instanceof Collection<?>
                || value instanceof Object[]
                || (value instanceof JsonNode json && json.isContainerNode())
                || Shape.isEmbeddable(value.getClass());
    }

    private void below(Object container, PropertyPath path, int level) {
        if (!Sight.REFERENCES.isLoaded(container)) {
            return;
        }
        if (container instanceof Map<?, ?> map) {
            map.forEach((key, value) -> walk(value, () -> path.child(String.valueOf(key)), level));
        } else if (container instanceof JsonNode json && json.isObject()) {
            json.properties().forEach(member -> walk(member.getValue(), () -> path.child(member.getKey()), level));
        } else if (container instanceof JsonNode json) {
            elements(json, path, level);
        } else if (container instanceof Object[] array) {
            elements(Arrays.asList(array), path, level);
        } else if (container instanceof Collection<?> collection) {
            elements(collection, path, level);
        } else {
            parts(container, path, level);
        }
    }

    private void elements(Iterable<? extends @Nullable Object> elements, PropertyPath path, int level) {
        int index = 0;
        for (Object element : elements) {
            int position = index++;
            walk(element, () -> path.at(position), level);
        }
    }

    /** Of an embedded value; models that it refers to are not its own. */
    private void parts(Object embedded, PropertyPath path, int level) {
        List<Property> own = new ArrayList<>(Shape.of(embedded).properties());
        own.removeIf(part -> part.kind() == Property.Kind.REFERENCE || part.ofModels() || !part.isLoadedIn(embedded));
        own.forEach(part -> walk(part.read(embedded), () -> path.child(part.name()), level));
    }
}
