package dev.unirow.session.exception;

import dev.unirow.session.exception.ConstraintViolatedException.Kind;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint that was broken, as far as it is known.
 *
 * @param name the constraint's; the column's for a missing value
 * @param columns those whose values have to be unique together; empty for other rules, and where they are not known
 */
public record ConstraintRule(
        Kind kind,
        @Nullable String name,
        @Nullable String table,
        @Nullable Class<?> model,
        List<String> columns) implements Serializable {
    public ConstraintRule {
        columns = List.copyOf(columns);
    }

    /** A sentence of what happened, and where. */
    String describe(String what) {
        StringBuilder where = new StringBuilder();
        if (model != null) {
            where.append(", model ").append(model.getSimpleName());
        }
        if (table != null) {
            where.append(", table '").append(table).append('\'');
        }
        if (name != null) {
            where.append(kind == Kind.NOT_NULL ? ", column '" : ", constraint '")
                    .append(name)
                    .append('\'');
        }
        if (!columns.isEmpty()) {
            where.append(columns.size() == 1 ? ", column '" : ", columns '")
                    .append(String.join("', '", columns))
                    .append('\'');
        }
        return what + (where.isEmpty() ? "" : " (" + where.substring(2) + ")") + ".";
    }
}
