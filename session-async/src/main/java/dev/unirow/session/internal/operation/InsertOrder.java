package dev.unirow.session.internal.operation;

import dev.unirow.session.exception.CyclicReferenceException;
import dev.unirow.session.internal.unit.ModelCatalog;
import dev.unirow.session.internal.unit.ModelCatalog.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The order in which new models can be inserted: each after those that it refers to, otherwise in the order that they
 * came in. Where references form a cycle, one that may be null is left out of account: its row is inserted with null
 * and updated.
 */
final class InsertOrder {
    private final List<Object> models;
    private final List<List<Edge>> referredBy = new ArrayList<>();
    private final List<List<Edge>> references = new ArrayList<>();
    private final int[] open;
    private final int[] openRequired;

    InsertOrder(ModelCatalog catalog, List<Object> models) {
        this.models = models;
        open = new int[models.size()];
        openRequired = new int[models.size()];
        Map<Object, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < models.size(); i++) {
            numbers.put(models.get(i), i);
            referredBy.add(new ArrayList<>(0));
            references.add(new ArrayList<>(0));
        }
        for (int i = 0; i < models.size(); i++) {
            for (Reference reference : catalog.references(models.get(i))) {
                Integer referred = numbers.get(reference.referred());
                if (referred != null && (referred != i || reference.blocksItself())) {
                    add(new Edge(i, referred, reference));
                }
            }
        }
    }

    private void add(Edge edge) {
        references.get(edge.from()).add(edge);
        referredBy.get(edge.to()).add(edge);
        open[edge.from()]++;
        if (edge.reference().required()) {
            openRequired[edge.from()]++;
        }
    }

    List<Object> models() {
        List<Object> ordered = new ArrayList<>(models.size());
        boolean[] placed = new boolean[models.size()];
        PriorityQueue<Integer> free = new PriorityQueue<>();
        PriorityQueue<Integer> freeButForNulls = new PriorityQueue<>();
        for (int i = 0; i < open.length; i++) {
            offer(i, free, freeButForNulls);
        }
        while (ordered.size() < models.size()) {
            Integer next = free.isEmpty() ? freeButForNulls.poll() : free.poll();
            if (next == null) {
                throw new CyclicReferenceException(cycle(placed));
            }
            if (placed[next]) {
                continue;
            }
            placed[next] = true;
            ordered.add(models.get(next));
            for (Edge edge : referredBy.get(next)) {
                open[edge.from()]--;
                if (edge.reference().required()) {
                    openRequired[edge.from()]--;
                }
                if (!placed[edge.from()]) {
                    offer(edge.from(), free, freeButForNulls);
                }
            }
        }
        return ordered;
    }

    private void offer(int model, PriorityQueue<Integer> free, PriorityQueue<Integer> freeButForNulls) {
        if (open[model] == 0) {
            free.add(model);
        } else if (openRequired[model] == 0) {
            freeButForNulls.add(model);
        }
    }

    /** Each model that is left waits for another one: following them leads into a cycle. */
    private String cycle(boolean[] placed) {
        int[] seenAt = new int[models.size()];
        Arrays.fill(seenAt, -1);
        List<String> path = new ArrayList<>();
        int model = 0;
        while (placed[model]) {
            model++;
        }
        while (seenAt[model] < 0) {
            seenAt[model] = path.size();
            Edge edge = references.get(model).stream()
                    .filter(each -> each.reference().required() && !placed[each.to()])
                    .findFirst()
                    .orElseThrow();
            path.add("'" + name(model) + "." + edge.reference().property() + "' → " + name(edge.to()));
            model = edge.to();
        }
        return name(model) + " (" + String.join(", ", path.subList(seenAt[model], path.size())) + ")";
    }

    private String name(int model) {
        return models.get(model).getClass().getSimpleName();
    }

    private record Edge(int from, int to, Reference reference) {}
}
