package dev.unirow.migrate.tests.evolution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An attribute of a generated entity. What changes is changed in a copy. */
final class ModelColumn {
    /** The same under every name. */
    final String key;

    String name;
    Type type;
    boolean required;
    boolean unique;
    boolean numeral;

    @Nullable String defaultValue;

    @Nullable Integer max;

    @Nullable String comment;

    /** The entity that it refers to. */
    @Nullable String reference;

    @Nullable String onDelete;

    /** The column that it is computed from. */
    @Nullable String computedFrom;

    int factor = 2;
    List<String> members = List.of();

    ModelColumn(String key, String name, Type type) {
        this.key = key;
        this.name = name;
        this.type = type;
    }

    ModelColumn copy() {
        ModelColumn copy = new ModelColumn(key, name, type);
        copy.required = required;
        copy.unique = unique;
        copy.numeral = numeral;
        copy.defaultValue = defaultValue;
        copy.max = max;
        copy.comment = comment;
        copy.reference = reference;
        copy.onDelete = onDelete;
        copy.computedFrom = computedFrom;
        copy.factor = factor;
        copy.members = members;
        return copy;
    }

    /** As the table has it. */
    String column() {
        return reference == null ? name : name + "_id";
    }

    String value(int n) {
        return type.isEnum() && type.values() == Values.MEMBER
                ? members.get(n % members.size())
                : type.values().value(n, numeral);
    }

    boolean isPlain() {
        return reference == null && computedFrom == null;
    }
}
