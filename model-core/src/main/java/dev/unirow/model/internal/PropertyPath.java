package dev.unirow.model.internal;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The way from a model to one of its properties, or to those of a model below: {@code pets[0].name}. */
public record PropertyPath(List<Step> steps) implements Path {
    public static final PropertyPath ROOT = new PropertyPath(List.of());

    public PropertyPath {
        steps = List.copyOf(steps);
    }

    public boolean isRoot() {
        return steps.isEmpty();
    }

    /** How many objects and arrays are around what this path leads to. */
    public int levels() {
        int levels = 0;
        for (Step step : steps) {
            levels += (step.name.isEmpty() ? 0 : 1) + (step.inIterable ? 1 : 0);
        }
        return levels;
    }

    public PropertyPath child(String name) {
        return with(new Step(name, false, null, null));
    }

    /**
     * The element of the collection that this path leads to: an index of a list, a key of a map, null for one of a set.
     */
    public PropertyPath at(@Nullable Object position) {
        Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        if (last == null || last.inIterable) {
            // an array in an array has no name
            return position instanceof Integer index
                    ? with(new Step("", true, index, null))
                    : with(new Step("", true, null, position));
        }
        List<Step> changed = new ArrayList<>(steps);
        changed.set(
                steps.size() - 1,
                position instanceof Integer index
                        ? new Step(last.name, true, index, null)
                        : new Step(last.name, true, null, position));
        return new PropertyPath(changed);
    }

    public PropertyPath join(Path below) {
        PropertyPath joined = this;
        for (Node node : below) {
            if (node.isInIterable() && !joined.isRoot()) {
                // the standard keeps the position with the node after the collection
                joined = joined.at(node.getIndex() != null ? node.getIndex() : node.getKey());
            }
            // the standard calls elements '<list element>' and the like
            if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                joined = joined.child(node.getName());
            }
        }
        return joined;
    }

    public static boolean isOurs(Path path) {
        return path instanceof PropertyPath
                || StreamSupport.stream(path.spliterator(), false)
                        .noneMatch(node -> node.getKind() == ElementKind.CONTAINER_ELEMENT);
    }

    private PropertyPath with(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new PropertyPath(longer);
    }

    @Override
    public Iterator<Node> iterator() {
        return List.<Node>copyOf(steps).iterator();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            text.append(text.isEmpty() || step.name.isEmpty() ? "" : ".").append(step);
        }
        return text.toString();
    }

    /** One property, and the element of it if it is a collection. */
    record Step(
            String name,
            boolean inIterable,
            @Nullable Integer index,
            @Nullable Object key) implements PropertyNode {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isInIterable() {
            return inIterable;
        }

        @Override
        public @Nullable Integer getIndex() {
            return index;
        }

        @Override
        public @Nullable Object getKey() {
            return key;
        }

        @Override
        public ElementKind getKind() {
            return ElementKind.PROPERTY;
        }

        @Override
        public <T extends Node> T as(Class<T> nodeType) {
            return nodeType.cast(this);
        }

        @Override
        public @Nullable Class<?> getContainerClass() {
            return null;
        }

        @Override
        public @Nullable Integer getTypeArgumentIndex() {
            return null;
        }

        @Override
        public String toString() {
            return inIterable ? name + "[" + (index != null ? index : key != null ? key : "") + "]" : name;
        }
    }
}
