package dev.unirow.schema.internal.postgresql;

import dev.unirow.schema.internal.sql.TypeName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a large object, which a column of the type oid points to, comes into the column itself, and back: a
 * cast would store the number of the object. The object stays where it is, as other rows may point to it.
 */
final class PostgresLargeObject {
    private static final String POINTER = "oid";
    private static final String BYTES = "bytea";
    private static final Set<String> TEXTS = Set.of("text", "varchar");

    private PostgresLargeObject() {}

    /**
     * What the column holds as a value of the other type; null where none of the two is a large object's.
     *
     * @param column its quoted name
     */
    static @Nullable String conversion(String column, TypeName from, TypeName to) {
        if (from.base().equals(POINTER)) {
            String content = "lo_get(" + column + ")";
            return to.base().equals(BYTES) ? content : isText(to) ? "convert_from(" + content + ", 'UTF8')" : null;
        }
        if (!to.base().equals(POINTER)) {
            return null;
        }
        return from.base().equals(BYTES)
                ? "lo_from_bytea(0, " + column + ")"
                : isText(from) ? "lo_from_bytea(0, convert_to(" + column + ", 'UTF8'))" : null;
    }

    private static boolean isText(TypeName type) {
        return TEXTS.contains(type.base());
    }
}
