package dev.unirow.query;

import dev.unirow.model.spi.MappedAttribute.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A column found in a model: the attributes from the root to it. */
record BoundPath(Shape root, List<Attribute> attributes) {
    BoundPath {
        attributes = List.copyOf(attributes);
    }

    /** The shape that the last of these attributes leads to. */
    static Shape next(Shape root, List<Attribute> attributes) {
        Attribute last = attributes.get(attributes.size() - 1);
        if (last.is(Kind.REFERENCE) || last.is(Kind.EMBEDDED)) {
            return Shape.ofTarget(last);
        }
        String named = new BoundPath(root, attributes).toString();
        throw new IllegalArgumentException(
                last.is(Kind.COLLECTION)
                        ? named + " is a collection, and names do not reach into collections. Use exists(…) or HQL."
                        : named + " is no reference, so nothing follows it. It is of type "
                                + last.type().getSimpleName() + ".");
    }

    Attribute last() {
        return attributes.get(attributes.size() - 1);
    }

    List<Attribute> parents() {
        return attributes.subList(0, attributes.size() - 1);
    }

    /** Whether the column may be null in a row of the statement: by itself, or since a reference before it is. */
    boolean nullable() {
        return attributes.stream().anyMatch(Attribute::nullable);
    }

    /** The path to the key behind a reference. */
    BoundPath key() {
        List<Attribute> extended = new ArrayList<>(attributes);
        extended.add(Shape.ofTarget(last()).id());
        return new BoundPath(root, extended);
    }

    /** As messages name it. */
    @Override
    public String toString() {
        return attributes.stream().map(Attribute::name).collect(Collectors.joining(".", "'", "'")) + " of '"
                + root.simpleName() + "'";
    }
}
