package dev.unirow.query;

import java.lang.reflect.AccessibleObject;

/**
 * A mapped attribute of a model.
 *
 * @param type the boxed type of its values; of a collection, the type of its elements
 * @param nullable false only where the mapping itself rules null out
 * @param foreignKey a reference whose own table holds the key of the target
 * @param searchable text that database functions can read, so no large object
 * @param member the field or getter that reads it
 */
record Attribute(
        String name,
        Class<?> type,
        Kind kind,
        boolean id,
        boolean nullable,
        boolean foreignKey,
        boolean searchable,
        AccessibleObject member) {
    enum Kind {
        BASIC,
        REFERENCE,
        EMBEDDED,
        COLLECTION
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    @Override
    public String toString() {
        return name;
    }
}
