package dev.unirow.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A live table while the rows of the catalogue's queries come in. */
final class TableParts {
    final List<Column> columns = new ArrayList<>();

    @Nullable PrimaryKey primaryKey;

    final Map<String, Unique> uniques = new LinkedHashMap<>();
    final Map<String, ForeignKey> foreignKeys = new LinkedHashMap<>();
    final List<Check> checks = new ArrayList<>();
    final List<Index> indexes = new ArrayList<>();
    final List<String> extras = new ArrayList<>();
    final List<String> options = new ArrayList<>();

    @Nullable String comment;

    Table table(String name) {
        return Table.of(name, columns, primaryKey)
                .withUniques(List.copyOf(uniques.values()))
                .withForeignKeys(List.copyOf(foreignKeys.values()))
                .withChecks(checks)
                .withIndexes(indexes)
                .withExtras(extras)
                .withOptions(options)
                .withComment(comment);
    }
}
