package dev.unirow.migrate.internal.diagram;

import dev.unirow.schema.Column;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema in the words of Mermaid's {@code erDiagram}: tables by their names with their columns, then the references
 * between them.
 */
public final class ErDiagram {
    private ErDiagram() {}

    /** Ends with a line break. */
    public static String of(Schema schema) {
        List<Table> tables = schema.tables().stream()
                .sorted(Comparator.comparing(Table::name))
                .toList();
        StringBuilder text = new StringBuilder("erDiagram\n");
        tables.forEach(table -> text.append(box(table)));
        tables.forEach(table -> table.foreignKeys().forEach(key -> text.append(line(table, key))));
        return text.toString();
    }

    private static String box(Table table) {
        StringBuilder text = new StringBuilder("    " + quoted(table.name()) + " {\n");
        for (Column column : table.columns()) {
            text.append("        ")
                    .append(word(column.type()))
                    .append(' ')
                    .append(word(column.name()))
                    .append(keys(table, column))
                    .append(column.nullable() ? " \"nullable\"" : "")
                    .append('\n');
        }
        return text.append("    }\n").toString();
    }

    private static String keys(Table table, Column column) {
        List<String> marks = new ArrayList<>();
        @Nullable PrimaryKey primary = table.primaryKey();
        if (primary != null && primary.columns().contains(column.name())) {
            marks.add("PK");
        }
        if (table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()))) {
            marks.add("FK");
        }
        if (isUnique(table, List.of(column.name()))) {
            marks.add("UK");
        }
        return marks.isEmpty() ? "" : " " + String.join(", ", marks);
    }

    /** {@code team |o--o{ hero : team_id}: a hero has at most one team, a team any number of heroes. */
    private static String line(Table table, ForeignKey key) {
        boolean optional =
                table.columns().stream().anyMatch(column -> key.columns().contains(column.name()) && column.nullable());
        @Nullable PrimaryKey primary = table.primaryKey();
        boolean one = isUnique(table, key.columns())
                || primary != null && Set.copyOf(primary.columns()).equals(new HashSet<>(key.columns()));
        return "    " + quoted(key.referredTable()) + " " + (optional ? "|o" : "||") + "--" + (one ? "o|" : "o{") + " "
                + quoted(table.name()) + " : \"" + String.join(", ", key.columns()) + "\"\n";
    }

    private static boolean isUnique(Table table, List<String> columns) {
        return table.uniques().stream()
                .anyMatch(unique -> Set.copyOf(unique.columns()).equals(new HashSet<>(columns)));
    }

    private static String quoted(String name) {
        return name.matches("[A-Za-z]\\w*") ? name : "\"" + name.replace('"', '\'') + "\"";
    }

    /** Mermaid takes no spaces and commas there. */
    private static String word(String text) {
        String word = text.replaceAll("[^\\p{L}\\w()\\[\\]-]+", "_");
        return word.matches("\\p{L}.*") ? word : "x" + word;
    }
}
