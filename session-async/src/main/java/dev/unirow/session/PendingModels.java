package dev.unirow.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Models that were added and not yet sent, in the order of their addition, each once. Thread-safe. */
final class PendingModels {
    private final List<Object> models = new ArrayList<>();

    synchronized void addAll(Collection<?> added) {
        for (Object model : added) {
            if (!contains(model)) {
                models.add(model);
            }
        }
    }

    synchronized boolean contains(Object model) {
        return models.stream().anyMatch(present -> present == model);
    }

    synchronized boolean remove(Object model) {
        return models.removeIf(present -> present == model);
    }

    synchronized void clear() {
        models.clear();
    }

    synchronized List<Object> all() {
        return List.copyOf(models);
    }

    /** Empties this; what was in it, such that a model stands after those of the others that it refers to. */
    synchronized List<Object> drain(Function<Object, List<Object>> references) {
        Set<Object> present = Collections.newSetFromMap(new IdentityHashMap<>());
        present.addAll(models);
        List<Object> ordered = new ArrayList<>(models.size());
        for (Object model : models) {
            place(model, references, present, ordered);
        }
        models.clear();
        return ordered;
    }

    /**
     * Walks to the end of the references first; without recursion, as chains may be long. Taking a model out of
     * {@code present} when it is first met ends the walk on a cycle.
     */
    private static void place(
            Object first, Function<Object, List<Object>> references, Set<Object> present, List<Object> ordered) {
        Deque<Visit> path = new ArrayDeque<>();
        visit(first, references, present, path);
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.references().hasNext()) {
                visit(visit.references().next(), references, present, path);
            } else {
                ordered.add(path.pop().model());
            }
        }
    }

    private static void visit(
            Object model, Function<Object, List<Object>> references, Set<Object> present, Deque<Visit> path) {
        if (present.remove(model)) {
            path.push(new Visit(model, references.apply(model).iterator()));
        }
    }

    private record Visit(Object model, Iterator<Object> references) {}
}
