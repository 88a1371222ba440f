package dev.unirow.schema.internal.mariadb;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Deferrability;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Unique;
import dev.unirow.schema.internal.catalog.CatalogRow;
import dev.unirow.schema.internal.catalog.TableParts;
import dev.unirow.schema.internal.sql.MariaDbExpression;
import dev.unirow.schema.internal.sql.MariaDbExtras;
import dev.unirow.schema.internal.sql.MariaDbOptions;
import dev.unirow.schema.internal.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** MariaDB's databases while the rows of their catalogue come in. */
final class MariaDbReading {
    private final Map<String, TableParts> tables = new LinkedHashMap<>();
    private final TreeSet<String> views = new TreeSet<>();
    private final TreeSet<String> sequences = new TreeSet<>();

    /** The names of the sequences, once the columns are in. */
    Set<String> sequences() {
        return sequences;
    }

    void addColumn(CatalogRow row) {
        String tableName = tableName(row);
        switch (row.text("table_type")) {
            case "BASE TABLE", "SYSTEM VERSIONED" -> addColumn(tableName, row);
            case "SEQUENCE" -> sequences.add(tableName);
            default -> views.add(tableName);
        }
    }

    private void addColumn(String tableName, CatalogRow row) {
        TableParts table = tables.computeIfAbsent(tableName, name -> begun(row));
        String name = row.textOrNull("name");
        if (name == null) {
            return;
        }
        boolean nullable = row.flag("nullable");
        String defaultValue = expression(row.textOrNull("default_value"));
        String computed = expression(row.textOrNull("generated"));
        Column column = new Column(
                name,
                row.text("type"),
                nullable,
                computed != null || (nullable && "NULL".equals(defaultValue)) ? null : defaultValue,
                row.flag("identity"),
                computed == null ? null : new Generated(computed, row.flag("stored")),
                row.textOrNull("collation"),
                given(row.textOrNull("comment")));
        table.columns.add(column.withExtras(MariaDbExtras.of(row.text("extra"))));
    }

    private static TableParts begun(CatalogRow row) {
        TableParts table = new TableParts();
        table.comment = given(row.textOrNull("table_comment"));
        MariaDbOptions options = MariaDbOptions.read(
                row.textOrNull("engine"), row.textOrNull("table_collation"), row.textOrNull("create_options"));
        table.options.addAll(options.list());
        if (options.partitioned()) {
            table.extras.add("partitions");
        }
        if (row.text("table_type").equals("SYSTEM VERSIONED")) {
            table.extras.add("system versioning");
        }
        return table;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable String expression(@Nullable String text) {
        return text == null ? null : MariaDbExpression.withDoubledQuotes(text);
    }

    void addConstraint(CatalogRow row) {
        TableParts table = tables.get(tableName(row));
        if (table == null) {
            return;
        }
        String name = row.text("name");
        List<String> columns = row.names("columns");
        switch (row.text("type")) {
            case "PRIMARY KEY" -> table.primaryKey = new PrimaryKey(name, columns);
            case "UNIQUE" -> table.uniques.put(name, new Unique(name, columns));
            case "FOREIGN KEY" ->
                table.foreignKeys.put(
                        name,
                        new ForeignKey(
                                name,
                                columns,
                                new QualifiedName(row.textOrNull("referred_schema"), row.text("referred_table")).text(),
                                row.names("referred_columns"),
                                action(row.text("on_delete")),
                                action(row.text("on_update")),
                                Deferrability.NOT_DEFERRABLE));
            case "TABLE CHECK" ->
                table.checks.add(new Check(name, MariaDbExpression.withDoubledQuotes(row.text("expression"))));
            default -> addColumnCheck(table, name, row.text("expression"));
        }
    }

    /** A column of JSON is one of text with a check that the server adds, and with the collation that comes with it. */
    private static void addColumnCheck(TableParts table, String name, String expression) {
        if (table.columns.stream().anyMatch(column -> isOfJson(column, expression))) {
            table.columns.replaceAll(found ->
                    isOfJson(found, expression) ? found.withType("json").withCollation(null) : found);
            return;
        }
        String condition = MariaDbExpression.withOwnQuotes(expression);
        Column checked = MariaDbExtras.checked(table.columns, name, condition);
        if (checked == null) {
            table.extras.add("check of column '" + name + "'");
        } else {
            table.columns.replaceAll(column -> column == checked ? MariaDbExtras.withCheck(column, condition) : column);
        }
    }

    private static boolean isOfJson(Column column, String expression) {
        return expression.equals("json_valid(`" + column.name() + "`)")
                || expression.equals("json_valid(\"" + column.name() + "\")");
    }

    void addIndex(CatalogRow row) {
        TableParts table = tables.get(tableName(row));
        String name = row.text("name");
        if (table == null || (!row.flag("is_unique") && table.foreignKeys.containsKey(name))) {
            return; // the server's own, for a foreign key
        }
        if (!row.flag("usual")) {
            table.extras.add("index '" + name + "'");
            return;
        }
        List<String> names = row.names("columns");
        List<String> options = row.names("options");
        List<String> prefixes = row.names("prefixes");
        List<IndexColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int prefix = Integer.parseInt(prefixes.get(i));
            columns.add(new IndexColumn(
                    names.get(i), options.get(i).equals("D"), null, null, null, prefix == 0 ? null : prefix));
        }
        Index index = new Index(name, columns, row.flag("is_unique"));
        if (index.isUniqueConstraint()) {
            return; // a constraint already
        }
        table.uniques.remove(name);
        table.indexes.add(index);
    }

    // MariaDB ends one short of what a number of 64 bits can be
    static Sequence sequence(CatalogRow row) {
        long increment = row.number("step");
        long least = increment > 0 ? 1 : Long.MIN_VALUE + 1;
        long most = increment > 0 ? Long.MAX_VALUE - 1 : -1;
        long minimum = row.number("minimum");
        long maximum = row.number("maximum");
        return new Sequence(
                row.text("name"),
                row.number("start_value"),
                increment,
                minimum == least ? null : minimum,
                maximum == most ? null : maximum,
                row.flag("cycle"),
                row.number("cache") == Sequence.usualCache(DatabaseKind.MARIADB) ? null : row.number("cache"));
    }

    Schema schema(List<Sequence> numbers) {
        return new Schema(
                tables.entrySet().stream()
                        .map(entry -> entry.getValue().table(entry.getKey()))
                        .toList(),
                numbers,
                List.copyOf(views));
    }

    /** RESTRICT is what InnoDB makes of no action. */
    private static ReferentialAction action(String rule) {
        ReferentialAction action = ReferentialAction.valueOf(rule.replace(' ', '_'));
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    private static String tableName(CatalogRow row) {
        return new QualifiedName(row.textOrNull("table_schema"), row.text("table_name")).text();
    }
}
