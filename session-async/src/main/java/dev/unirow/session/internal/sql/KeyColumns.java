package dev.unirow.session.internal.sql;

import java.util.List;
import java.util.function.Function;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a model's key, in the order of its parts.
 *
 * @param key makes the key of the parts
 */
public record KeyColumns(List<Part> parts, Function<@Nullable Object[], Object> key) {
    public KeyColumns {
        parts = List.copyOf(parts);
    }

    /** @param column its name, without quotes */
    public record Part(String column, JdbcMapping mapping) {
        /** What a value is before a converter of the application makes the part of it. */
        public Class<?> columnType() {
            return mapping.getJdbcJavaType().getJavaTypeClass();
        }
    }
}
