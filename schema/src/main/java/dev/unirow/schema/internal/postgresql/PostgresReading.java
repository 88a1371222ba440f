package dev.unirow.schema.internal.postgresql;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Deferrability;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.NullsOrder;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import dev.unirow.schema.Unique;
import dev.unirow.schema.internal.catalog.CatalogRow;
import dev.unirow.schema.internal.catalog.TableParts;
import dev.unirow.schema.internal.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's schemas while the rows of their catalogue come in. */
final class PostgresReading {
    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private final Map<String, TableParts> tables = new LinkedHashMap<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<String> views = new ArrayList<>();
    private final List<EnumType> enums = new ArrayList<>();

    void addColumn(CatalogRow row) {
        TableParts table = tables.computeIfAbsent(tableName(row), name -> begun(row));
        String name = row.textOrNull("name");
        if (name == null) {
            return;
        }
        String expression = row.textOrNull("default_value");
        String computed = row.text("generated");
        boolean identity = row.flag("identity");
        boolean generated = !computed.isEmpty() && expression != null;
        Column column = new Column(
                name,
                row.text("type"),
                row.flag("nullable"),
                identity || generated ? null : expression,
                identity,
                generated ? new Generated(String.valueOf(expression), computed.equals("s")) : null,
                row.textOrNull("collation"),
                row.textOrNull("comment"));
        table.columns.add(column.withIdentityAlways(row.flag("identity_always")));
    }

    private static TableParts begun(CatalogRow row) {
        TableParts table = new TableParts();
        table.comment = row.textOrNull("table_comment");
        if (row.flag("partitioned")) {
            table.extras.add("partitions");
        }
        if (row.flag("inherits")) {
            table.extras.add("inheritance");
        }
        return table;
    }

    void addConstraint(CatalogRow row) {
        TableParts table = tables.get(tableName(row));
        if (table == null) {
            return;
        }
        String name = row.text("name");
        List<String> columns = row.names("columns");
        switch (row.text("type")) {
            case "p" -> table.primaryKey = new PrimaryKey(name, columns);
            case "u" -> table.uniques.put(name, new Unique(name, columns));
            case "c" -> table.checks.add(new Check(name, row.text("expression")));
            case "f" ->
                table.foreignKeys.put(
                        name,
                        new ForeignKey(
                                name,
                                columns,
                                name(row, "referred_schema", "referred_table"),
                                row.names("referred_columns"),
                                action(row.text("on_delete")),
                                action(row.text("on_update")),
                                deferrability(row)));
            default -> table.extras.add("exclusion constraint '" + name + "'");
        }
    }

    void addIndex(CatalogRow row) {
        TableParts table = tables.get(tableName(row));
        if (table == null) {
            return;
        }
        if (row.flag("beyond")) {
            table.extras.add("index '" + row.text("name") + "'");
            return;
        }
        List<String> columns = row.names("columns");
        List<String> collations = row.names("collations");
        List<String> options = row.names("options");
        List<IndexColumn> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(part(columns.get(i), Integer.parseInt(options.get(i)), collations.get(i)));
        }
        table.indexes.add(new Index(
                row.text("name"), parts, row.flag("is_unique"), row.textOrNull("condition"), row.textOrNull("method")));
    }

    private static IndexColumn part(String text, int options, String collation) {
        boolean descending = (options & DESCENDING) != 0;
        boolean nullsFirst = (options & NULLS_FIRST) != 0;
        boolean column = text.startsWith("c");
        String what = text.substring(1);
        return new IndexColumn(
                column ? what : null,
                descending,
                column ? null : what,
                descending == nullsFirst ? null : nullsFirst ? NullsOrder.FIRST : NullsOrder.LAST,
                collation.isEmpty() ? null : collation,
                null);
    }

    void addOther(CatalogRow row) {
        String name = name(row, "schema", "name");
        switch (row.text("kind")) {
            case "S" -> sequences.add(sequence(name, row));
            case "E" -> enums.add(new EnumType(name, row.names("labels")));
            default -> views.add(name);
        }
    }

    // the bounds of PostgreSQL's own are those of bigint, without the other side of zero
    private static Sequence sequence(String name, CatalogRow row) {
        long increment = row.number("increment");
        long least = increment > 0 ? 1 : Long.MIN_VALUE;
        long most = increment > 0 ? Long.MAX_VALUE : -1;
        return new Sequence(
                name,
                row.number("start"),
                increment,
                unless(least, row.number("minimum")),
                unless(most, row.number("maximum")),
                row.flag("cycle"),
                unless(Sequence.usualCache(DatabaseKind.POSTGRESQL), row.number("cache")));
    }

    private static @Nullable Long unless(long usual, long value) {
        return usual == value ? null : value;
    }

    Schema schema() {
        List<Table> complete = tables.entrySet().stream()
                .map(entry -> entry.getValue().table(entry.getKey()))
                .toList();
        return new Schema(complete, sequences, views, enums);
    }

    private static String tableName(CatalogRow row) {
        return name(row, "table_schema", "table_name");
    }

    private static String name(CatalogRow row, String schema, String name) {
        return new QualifiedName(row.textOrNull(schema), row.text(name)).text();
    }

    private static ReferentialAction action(String code) {
        return switch (code) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private static Deferrability deferrability(CatalogRow row) {
        if (!row.flag("deferrable")) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.flag("deferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }
}
