package dev.unirow.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
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
    private final Set<Object> present = identitySet();

    private static Set<Object> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    synchronized void addAll(Collection<?> added) {
        for (Object model : added) {
            if (present.add(model)) {
                models.add(model);
            }
        }
    }

    synchronized boolean contains(Object model) {
        return present.contains(model);
    }

    @CanIgnoreReturnValue
    synchronized boolean remove(Object model) {
        return present.remove(model) && models.removeIf(added -> added == model);
    }

    synchronized void clear() {
        models.clear();
        present.clear();
    }

    synchronized List<Object> all() {
        return List.copyOf(models);
    }

    /** Empties this; what was in it, such that a model stands after those of the others that it refers to. */
    synchronized List<Object> drain(Function<Object, List<Object>> references) {
        Set<Object> waiting = identitySet();
        waiting.addAll(models);
        List<Object> ordered = new ArrayList<>(models.size());
        for (Object model : models) {
            place(model, references, waiting, ordered);
        }
        clear();
        return ordered;
    }

    /**
     * Walks to the end of the references first; without recursion, as chains may be long. Taking a model out of
     * {@code waiting} when it is first met ends the walk on a cycle.
     */
    private static void place(
            Object first, Function<Object, List<Object>> references, Set<Object> waiting, List<Object> ordered) {
        Deque<Visit> path = new ArrayDeque<>();
        visit(first, references, waiting, path);
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.references().hasNext()) {
                visit(visit.references().next(), references, waiting, path);
            } else {
                ordered.add(path.pop().model());
            }
        }
    }

    private static void visit(
            Object model, Function<Object, List<Object>> references, Set<Object> waiting, Deque<Visit> path) {
        if (waiting.remove(model)) {
            path.push(new Visit(model, references.apply(model).iterator()));
        }
    }

    private record Visit(Object model, Iterator<Object> references) {}
}
