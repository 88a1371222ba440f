package dev.unirow.schema;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of a SQLite database: columns and indexes from pragmas, constraints from the statements that SQLite keeps. */
final class SqliteCatalog {
    private static final String OBJECTS = """
            select m.type, m.name, m.tbl_name as table_name, m.sql, l.type as table_type
            from main.sqlite_schema m left join pragma_table_list l on l.schema = 'main' and l.name = m.name and m.type = 'table'
            where m.name not like 'sqlite#_%' escape '#' order by m.name
            """;
    private static final String COLUMNS = """
            select m.name as table_name, c.name, c.type, c."notnull" as not_null, c.dflt_value as default_value, c.hidden
            from main.sqlite_schema m join pragma_table_xinfo(m.name) c
            where m.type = 'table' and m.name not like 'sqlite#_%' escape '#' order by m.name, c.cid
            """;
    private static final String INDEXES = """
            select m.name as table_name, i.name, i."unique" as is_unique, i.partial, c.name as column_name, c."desc" as descending
            from main.sqlite_schema m join pragma_index_list(m.name) i join pragma_index_xinfo(i.name) c
            where m.type = 'table' and i.origin = 'c' and c.key = 1 order by i.name, c.seqno
            """;

    private final SqlRunner runner;

    SqliteCatalog(SqlRunner runner) {
        this.runner = runner;
    }

    Uni<Schema> read() {
        return rows(OBJECTS)
                .chain(objects -> rows(COLUMNS)
                        .chain(columns -> rows(INDEXES).map(indexes -> schema(objects, columns, indexes))));
    }

    private Uni<List<CatalogRow>> rows(String sql) {
        return runner.select(sql, List.of()).map(CatalogRow::of);
    }

    private static Schema schema(List<CatalogRow> objects, List<CatalogRow> columns, List<CatalogRow> indexes) {
        Map<String, SqliteCreateTable.Parsed> parsed = new LinkedHashMap<>();
        List<String> views = new ArrayList<>();
        for (CatalogRow row : objects) {
            if (row.text("type").equals("view") || "virtual".equals(row.textOrNull("table_type"))) {
                views.add(row.text("name"));
            } else if ("table".equals(row.textOrNull("table_type"))) {
                parsed.put(row.text("name"), SqliteCreateTable.parse(row.text("name"), row.text("sql")));
            }
        }
        List<Table> tables = new ArrayList<>();
        parsed.forEach((name, statement) -> tables.add(new Table(
                name,
                columns(name, statement, columns),
                statement.primaryKey(),
                statement.uniques(),
                foreignKeys(statement, parsed),
                statement.checks(),
                indexes(name, indexes),
                List.of(),
                extras(name, statement, objects, columns, indexes))));
        return new Schema(tables, List.of(), views);
    }

    private static List<Column> columns(String table, SqliteCreateTable.Parsed statement, List<CatalogRow> rows) {
        PrimaryKey key = statement.primaryKey();
        List<String> generated = key != null && statement.autoincrement() ? key.columns() : List.of();
        return rowsOf(table, rows).stream()
                .filter(row -> row.number("hidden") == 0)
                .map(row -> new Column(
                        row.text("name"),
                        row.text("type"),
                        !row.flag("not_null"),
                        row.textOrNull("default_value"),
                        generated.contains(row.text("name"))))
                .toList();
    }

    private static List<ForeignKey> foreignKeys(
            SqliteCreateTable.Parsed statement, Map<String, SqliteCreateTable.Parsed> all) {
        return statement.foreignKeys().stream()
                .map(key -> {
                    // SQLite finds tables whatever their case
                    String referred = all.keySet().stream()
                            .filter(key.referredTable()::equalsIgnoreCase)
                            .findFirst()
                            .orElse(key.referredTable());
                    return new ForeignKey(
                            key.name(),
                            key.columns(),
                            referred,
                            key.referredColumns().isEmpty() ? keyOf(key, all.get(referred)) : key.referredColumns(),
                            key.onDelete());
                })
                .toList();
    }

    private static List<String> keyOf(
            SqliteCreateTable.Reference reference, SqliteCreateTable.@Nullable Parsed referred) {
        PrimaryKey key = referred == null ? null : referred.primaryKey();
        if (key == null) {
            throw new SchemaException("Foreign key '" + reference.name() + "' refers to the key of '"
                    + reference.referredTable() + "', which has none. Name the columns it refers to.");
        }
        return key.columns();
    }

    private static List<Index> indexes(String table, List<CatalogRow> rows) {
        Map<String, List<IndexColumn>> columns = new LinkedHashMap<>();
        Map<String, Boolean> unique = new LinkedHashMap<>();
        for (CatalogRow row : rowsOf(table, rows)) {
            if (isPlain(row.text("name"), rows)) {
                unique.put(row.text("name"), row.flag("is_unique"));
                columns.computeIfAbsent(row.text("name"), name -> new ArrayList<>())
                        .add(new IndexColumn(row.text("column_name"), row.flag("descending")));
            }
        }
        return columns.entrySet().stream()
                .map(entry ->
                        new Index(entry.getKey(), entry.getValue(), Boolean.TRUE.equals(unique.get(entry.getKey()))))
                .toList();
    }

    // an expression has no column name, and a partial index a condition
    private static boolean isPlain(String index, List<CatalogRow> rows) {
        return rows.stream()
                .filter(row -> row.text("name").equals(index))
                .allMatch(row -> row.textOrNull("column_name") != null && !row.flag("partial"));
    }

    private static List<String> extras(
            String table,
            SqliteCreateTable.Parsed statement,
            List<CatalogRow> objects,
            List<CatalogRow> columns,
            List<CatalogRow> indexes) {
        List<String> extras = new ArrayList<>(statement.extras());
        for (CatalogRow row : objects) {
            if (row.text("type").equals("trigger") && row.text("table_name").equals(table)) {
                extras.add("trigger '" + row.text("name") + "'");
            } else if (row.text("type").equals("view") && mentions(row.text("sql"), table)) {
                extras.add("view '" + row.text("name") + "'");
            }
        }
        rowsOf(table, columns).stream()
                .filter(row -> row.number("hidden") != 0)
                .forEach(row -> extras.add("generated column '" + row.text("name") + "'"));
        rowsOf(table, indexes).stream()
                .map(row -> row.text("name"))
                .distinct()
                .filter(name -> !isPlain(name, indexes))
                .forEach(name -> extras.add("index '" + name + "'"));
        return extras;
    }

    private static boolean mentions(String view, String table) {
        return SqlTokens.of(view).stream()
                .anyMatch(token -> token.name().toLowerCase(Locale.ROOT).equals(table.toLowerCase(Locale.ROOT)));
    }

    private static List<CatalogRow> rowsOf(String table, List<CatalogRow> rows) {
        return rows.stream().filter(row -> row.text("table_name").equals(table)).toList();
    }
}
