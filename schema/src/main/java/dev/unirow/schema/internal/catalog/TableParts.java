package dev.unirow.schema.internal.catalog;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Index;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Table;
import dev.unirow.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A live table while the rows of the catalogue's queries come in. */
public final class TableParts {
    public final List<Column> columns = new ArrayList<>();

    public @Nullable PrimaryKey primaryKey;

    public final Map<String, Unique> uniques = new LinkedHashMap<>();
    public final Map<String, ForeignKey> foreignKeys = new LinkedHashMap<>();
    public final List<Check> checks = new ArrayList<>();
    public final List<Index> indexes = new ArrayList<>();
    public final List<String> extras = new ArrayList<>();
    public final List<String> options = new ArrayList<>();

    public @Nullable String comment;

    public Table table(String name) {
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
