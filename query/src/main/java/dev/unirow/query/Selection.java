package dev.unirow.query;

import dev.unirow.model.spi.MappedAttribute.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows of a model, in which order, and what is loaded with them. */
record Selection(
        Predicate where,
        List<BoundOrdering> order,
        List<BoundPath> fetches,
        @Nullable Integer limit,
        int offset) {
    static final Selection EVERYTHING = new Selection(new Predicate.Constant(true), List.of(), List.of(), null, 0);

    Selection {
        order = List.copyOf(order);
        fetches = List.copyOf(fetches);
    }

    Selection and(Predicate further) {
        return new Selection(Predicate.join(true, List.of(where, further)), order, fetches, limit, offset);
    }

    Selection orderedBy(List<BoundOrdering> orderings) {
        return new Selection(where, orderings, fetches, limit, offset);
    }

    Selection limitedTo(int rows) {
        return new Selection(where, order, fetches, rows, offset);
    }

    /** Limited to so many rows, or to fewer if it already is. */
    Selection limitedFurtherTo(int rows) {
        return limit == null || limit > rows ? limitedTo(rows) : this;
    }

    Selection startingAt(int row) {
        return new Selection(where, order, fetches, limit, row);
    }

    Selection fetching(BoundPath path) {
        if (fetches.contains(path)) {
            return this;
        }
        List<BoundPath> more = new ArrayList<>(fetches);
        more.add(path);
        if (more.stream().filter(each -> each.last().is(Kind.COLLECTION)).count() > 1) {
            throw new IllegalArgumentException(
                    "A statement fetches one collection at most; " + path
                            + " is the second, and every pair of their elements would be a row. Load it by a statement of its own.");
        }
        return new Selection(where, order, more, limit, offset);
    }

    boolean isPage() {
        return limit != null || offset > 0;
    }

    boolean fetchesCollection() {
        return fetches.stream().anyMatch(path -> path.last().is(Kind.COLLECTION));
    }
}
