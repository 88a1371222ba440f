package dev.unirow.query;

import dev.unirow.model.spi.MappedAttribute;
import dev.unirow.model.spi.MappedAttribute.Kind;

/**
 * A mapped attribute of a model, and what statements need to know of it.
 *
 * @param type the boxed type of its values; of a collection, the type of its elements
 * @param nullable false only where the mapping itself rules null out
 * @param foreignKey a reference whose own table holds the key of the target
 * @param searchable text that database functions can read, so no large object
 */
record Attribute(MappedAttribute mapped, Class<?> type, boolean nullable, boolean foreignKey, boolean searchable) {
    String name() {
        return mapped.name();
    }

    Kind kind() {
        return mapped.kind();
    }

    boolean id() {
        return mapped.id();
    }

    boolean is(Kind wanted) {
        return kind() == wanted;
    }

    @Override
    public String toString() {
        return name();
    }
}
