package dev.unirow.query;

import java.util.ArrayList;
import java.util.List;

/** One term looked for in every text column of a model. */
final class Search {
    private Search() {}

    static Predicate bind(Shape root, String term) {
        List<Predicate> any = new ArrayList<>();
        for (Attribute attribute : root.attributes()) {
            if (attribute.searchable()) {
                BoundPath path = new BoundPath(root, List.of(attribute));
                any.add(Comparisons.compare(path, Operator.ICONTAINS, List.of(term)));
            }
        }
        return term.isEmpty() || any.isEmpty() ? new Predicate.Constant(true) : Predicate.join(false, any);
    }
}
