package dev.unirow.schema.internal.sql;

import dev.unirow.schema.DatabaseKind;
import org.jspecify.annotations.Nullable;

/**
 * A name and the schema it is in. As one text it is {@code name} in the connection's own schema and {@code schema.name}
 * elsewhere, in double quotes where a part has a point or a quote of its own.
 *
 * @param schema null for the connection's own
 */
public record QualifiedName(@Nullable String schema, String name) {
    public static QualifiedName parse(String text) {
        if (text.indexOf('.') < 0 && text.indexOf('"') < 0) {
            return new QualifiedName(null, text);
        }
        int end = endOfPart(text);
        return end == text.length()
                ? new QualifiedName(null, unquoted(text))
                : new QualifiedName(unquoted(text.substring(0, end)), unquoted(text.substring(end + 1)));
    }

    /** The text of a name in the connection's own schema. */
    public static String own(String name) {
        return new QualifiedName(null, name).text();
    }

    public String text() {
        return schema == null ? quoted(name) : quoted(schema) + "." + quoted(name);
    }

    public String sql(DatabaseKind kind) {
        String own = Identifiers.quote(kind, name);
        return schema == null ? own : Identifiers.quote(kind, schema) + "." + own;
    }

    private static int endOfPart(String text) {
        if (!text.startsWith("\"")) {
            int point = text.indexOf('.');
            return point < 0 ? text.length() : point;
        }
        int i = 1;
        while (i < text.length() && (text.charAt(i) != '"' || text.startsWith("\"\"", i))) {
            i += text.charAt(i) == '"' ? 2 : 1;
        }
        return Math.min(i + 1, text.length());
    }

    private static String unquoted(String part) {
        return part.length() > 1 && part.startsWith("\"") && part.endsWith("\"")
                ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
                : part;
    }

    private static String quoted(String part) {
        boolean plain = part.indexOf('.') < 0 && part.indexOf('"') < 0;
        return plain ? part : "\"" + part.replace("\"", "\"\"") + "\"";
    }
}
