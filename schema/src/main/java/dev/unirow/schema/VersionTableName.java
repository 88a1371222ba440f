package dev.unirow.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Where a database keeps the revisions that it is at: Alembic's {@code version_table} and {@code version_table_schema}.
 * Names are taken as they are, upper and lower case included, and quoted where SQL asks for it.
 *
 * @param name of the table
 * @param schema null for the connection's own; on MariaDB a database
 */
public record VersionTableName(String name, @Nullable String schema) {
    /** PostgreSQL's and MariaDB's limits, less what the names of a constraint and of a second table add. */
    private static final int LONGEST_NAME = 48;

    private static final int LONGEST_SCHEMA = 63;

    public VersionTableName {
        require("version table", requireNonNull(name, "The name of the version table is null."), LONGEST_NAME);
        if (name.indexOf('.') >= 0) {
            throw new IllegalArgumentException(
                    "The name of the version table, '" + name
                            + "', has a point in it. Name the schema that it is in by itself, as the schema of the version table.");
        }
        if (schema != null) {
            require("version table's schema", schema, LONGEST_SCHEMA);
        }
    }

    /** {@code alembic_version}, in the connection's own schema. */
    public static VersionTableName standard() {
        return new VersionTableName("alembic_version", null);
    }

    public VersionTableName withName(String wanted) {
        return new VersionTableName(wanted, schema);
    }

    public VersionTableName withSchema(String wanted) {
        return new VersionTableName(name, requireNonNull(wanted, "The schema of the version table is null."));
    }

    private static void require(String what, String name, int longest) {
        if (name.isBlank()
                || !name.equals(name.strip())
                || name.codePoints().anyMatch(letter -> Character.isISOControl(letter) || letter > 0xFFFF)
                || name.getBytes(UTF_8).length > longest) {
            throw new IllegalArgumentException(
                    "The name of the %s has 1 to %d bytes in UTF-8, no control characters, none beyond U+FFFF and no space around it, unlike '%s'."
                            .formatted(what, longest, shown(name)));
        }
    }

    private static String shown(String name) {
        String visible = name.replaceAll("\\p{Cntrl}", "\uFFFD");
        return visible.length() > 80 ? visible.substring(0, 80) + "…" : visible;
    }
}
