package dev.unirow.query;

import dev.unirow.model.spi.MappedAttribute.Kind;
import java.util.List;

/** An ordering found in a model. */
record BoundOrdering(BoundPath path, boolean descending, boolean ignoresCase, boolean nullsFirst) {
    static BoundOrdering of(BoundPath named, boolean descending, boolean ignoresCase, boolean nullsFirst) {
        Attribute last = named.last();
        if (last.is(Kind.COLLECTION) || last.is(Kind.EMBEDDED)) {
            throw new IllegalArgumentException("A statement cannot be ordered by " + named + ", which is "
                    + (last.is(Kind.COLLECTION) ? "a collection." : "made of several columns. Name one of them."));
        }
        return new BoundOrdering(last.is(Kind.REFERENCE) ? named.key() : named, descending, ignoresCase, nullsFirst);
    }

    /** By the key: what a statement is ordered by when order matters and none is given. */
    static List<BoundOrdering> byKey(Shape root) {
        return root.ids().stream()
                .map(id -> new BoundOrdering(new BoundPath(root, List.of(id)), false, false, true))
                .toList();
    }
}
