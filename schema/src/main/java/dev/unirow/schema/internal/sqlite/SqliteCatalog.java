package dev.unirow.schema.internal.sqlite;

import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Index;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.SqlRunner;
import dev.unirow.schema.Table;
import dev.unirow.schema.internal.catalog.CatalogRow;
import dev.unirow.schema.internal.sql.Identifiers;
import dev.unirow.schema.internal.sql.QualifiedName;
import dev.unirow.schema.internal.sql.SqlReading;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a SQLite database: columns from a pragma, constraints and indexes from the statements that SQLite
 * keeps, in two queries.
 */
public final class SqliteCatalog {
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
    // of a virtual table; computed columns have 2 and 3
    private static final int HIDDEN = 1;

    private final SqlRunner runner;

    public SqliteCatalog(SqlRunner runner) {
        this.runner = runner;
    }

    public Uni<Schema> read() {
        return rows(OBJECTS).chain(objects -> rows(COLUMNS).map(columns -> schema(objects, columns)));
    }

    private Uni<List<CatalogRow>> rows(String sql) {
        return runner.select(sql, List.of()).map(CatalogRow::of);
    }

    private static Schema schema(List<CatalogRow> objects, List<CatalogRow> columns) {
        Map<String, SqliteCreateTable.Parsed> parsed = new LinkedHashMap<>();
        List<String> views = new ArrayList<>();
        for (CatalogRow row : objects) {
            if (row.text("type").equals("view") || "virtual".equals(row.textOrNull("table_type"))) {
                views.add(row.text("name"));
            } else if ("table".equals(row.textOrNull("table_type"))) {
                parsed.put(row.text("name"), SqliteCreateTable.parse(row.text("name"), row.text("sql")));
            }
        }
        Map<String, List<CatalogRow>> columnsOf =
                columns.stream().collect(Collectors.groupingBy(row -> row.text("table_name")));
        Map<String, List<CatalogRow>> objectsOf =
                objects.stream().collect(Collectors.groupingBy(row -> row.text("table_name")));
        List<Table> tables = new ArrayList<>();
        parsed.forEach((name, statement) -> tables.add(Table.of(
                        QualifiedName.own(name),
                        columns(statement, columnsOf.getOrDefault(name, List.of())),
                        statement.primaryKey())
                .withUniques(statement.uniques())
                .withForeignKeys(foreignKeys(statement, parsed))
                .withChecks(statement.checks())
                .withIndexes(indexes(objectsOf.getOrDefault(name, List.of())))
                .withExtras(extras(name, statement, objects))
                .withOptions(statement.options())));
        return new Schema(tables, List.of(), views);
    }

    private static List<Column> columns(SqliteCreateTable.Parsed statement, List<CatalogRow> rows) {
        PrimaryKey key = statement.primaryKey();
        List<String> numbered = key != null && statement.autoincrement() ? key.columns() : List.of();
        return rows.stream()
                .filter(row -> row.number("hidden") != HIDDEN)
                .map(row -> new Column(
                        row.text("name"),
                        row.text("type"),
                        !row.flag("not_null"),
                        defaultValue(row.textOrNull("default_value")),
                        numbered.contains(row.text("name")),
                        statement.generated().get(row.text("name")),
                        statement.collations().get(row.text("name")),
                        null))
                .toList();
    }

    /** A default in double quotes is a text to SQLite, but only where nothing else is written around it. */
    private static @Nullable String defaultValue(@Nullable String text) {
        return text != null
                        && text.startsWith("\"")
                        && SqlReading.tokens(DatabaseKind.SQLITE, text).size() == 1
                ? Identifiers.literal(
                        SqlReading.tokens(DatabaseKind.SQLITE, text).get(0).unquoted())
                : text;
    }

    // what SQLite makes for a constraint has no statement
    private static List<Index> indexes(List<CatalogRow> objects) {
        return objects.stream()
                .filter(row -> row.text("type").equals("index") && row.textOrNull("sql") != null)
                .map(row -> SqliteCreateIndex.parse(row.text("name"), row.text("sql")))
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
                            QualifiedName.own(referred),
                            key.referredColumns().isEmpty() ? keyOf(key, all.get(referred)) : key.referredColumns(),
                            key.onDelete(),
                            key.onUpdate(),
                            key.deferrability());
                })
                .toList();
    }

    private static List<String> keyOf(SqliteReference reference, SqliteCreateTable.@Nullable Parsed referred) {
        PrimaryKey key = referred == null ? null : referred.primaryKey();
        if (key == null) {
            throw new SchemaException("Foreign key '" + reference.name() + "' refers to the key of '"
                    + reference.referredTable() + "', which has none. Name the columns it refers to.");
        }
        return key.columns();
    }

    private static List<String> extras(String table, SqliteCreateTable.Parsed statement, List<CatalogRow> objects) {
        List<String> extras = new ArrayList<>(statement.extras());
        for (CatalogRow row : objects) {
            if (row.text("type").equals("trigger") && row.text("table_name").equals(table)) {
                extras.add("trigger '" + row.text("name") + "'");
            } else if (row.text("type").equals("view") && mentions(row.text("sql"), table)) {
                extras.add("view '" + row.text("name") + "'");
            }
        }
        return extras;
    }

    private static boolean mentions(String view, String table) {
        return SqlReading.tokens(DatabaseKind.SQLITE, view).stream()
                .anyMatch(token -> token.unquoted().toLowerCase(Locale.ROOT).equals(table.toLowerCase(Locale.ROOT)));
    }
}
