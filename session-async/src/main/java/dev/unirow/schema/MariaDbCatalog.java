package dev.unirow.schema;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of the connection's MariaDB database, in three queries, and a fourth one where there are sequences. */
final class MariaDbCatalog {
    private static final String COLUMNS = """
            select t.table_name as table_name, t.table_type as table_type, c.column_name as name, c.column_type as type,
                if(c.is_nullable = 'YES', 'true', 'false') as nullable, c.column_default as default_value,
                if(c.extra like '%auto_increment%', 'true', 'false') as identity,
                if(c.is_generated = 'ALWAYS', 'true', 'false') as generated,
                if(c.extra like '%on update%', 'true', 'false') as on_update
            from information_schema.tables t
                left join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
            where t.table_schema = database()
            order by t.table_name, c.ordinal_position
            """;
    private static final String CONSTRAINTS = """
            select k.table_name as table_name, k.constraint_name as name, c.constraint_type as type,
                json_arrayagg(k.column_name order by k.ordinal_position) as columns,
                max(k.referenced_table_name) as referred_table,
                json_arrayagg(k.referenced_column_name order by k.ordinal_position) as referred_columns,
                max(r.delete_rule) as on_delete, null as expression
            from information_schema.key_column_usage k
                join information_schema.table_constraints c on c.constraint_schema = k.constraint_schema
                    and c.table_name = k.table_name and c.constraint_name = k.constraint_name
                left join information_schema.referential_constraints r on r.constraint_schema = k.constraint_schema
                    and r.table_name = k.table_name and r.constraint_name = k.constraint_name
                    and c.constraint_type = 'FOREIGN KEY'
            where k.constraint_schema = database() and k.table_schema = database()
                and (c.constraint_type <> 'FOREIGN KEY' or k.referenced_table_name is not null)
                and (c.constraint_type = 'FOREIGN KEY' or k.referenced_table_name is null)
            group by k.table_name, k.constraint_name, c.constraint_type
            union all
            select table_name, constraint_name, concat(upper(level), ' CHECK'), null, null, null, null, check_clause
            from information_schema.check_constraints where constraint_schema = database()
            order by name
            """;
    private static final String INDEXES = """
            select table_name as table_name, index_name as name, if(max(non_unique) = 0, 'true', 'false') as is_unique,
                json_arrayagg(column_name order by seq_in_index) as columns,
                json_arrayagg(ifnull(collation, 'A') order by seq_in_index) as options,
                if(max(index_type) in ('BTREE', 'HASH') and count(sub_part) = 0, 'true', 'false') as plain
            from information_schema.statistics
            where table_schema = database() and index_name <> 'PRIMARY'
            group by table_name, index_name
            order by index_name
            """;

    private final SqlRunner runner;

    MariaDbCatalog(SqlRunner runner) {
        this.runner = runner;
    }

    Uni<Schema> read() {
        return Uni.createFrom().deferred(() -> {
            Reading reading = new Reading();
            return rows(COLUMNS)
                    .invoke(rows -> rows.forEach(reading::addColumn))
                    .chain(() -> rows(CONSTRAINTS))
                    .invoke(rows -> rows.forEach(reading::addConstraint))
                    .chain(() -> rows(INDEXES))
                    .invoke(rows -> rows.forEach(reading::addIndex))
                    .chain(() -> sequences(reading))
                    .map(reading::schema);
        });
    }

    private Uni<List<CatalogRow>> rows(String sql) {
        return runner.select(sql, List.of()).map(CatalogRow::of);
    }

    /** A sequence's numbers stand in itself alone. */
    private Uni<List<Sequence>> sequences(Reading reading) {
        if (reading.sequences.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String sql = reading.sequences.stream()
                .map(name -> "select " + Identifiers.literal(name)
                        + " as name, start_value as start_value, increment as step from "
                        + Identifiers.quote(DatabaseKind.MARIADB, name))
                .collect(Collectors.joining(" union all "));
        return rows(sql)
                .map(rows -> rows.stream()
                        .map(row -> new Sequence(row.text("name"), row.number("start_value"), row.number("step")))
                        .toList());
    }

    /** The schema while its rows come in. */
    private static final class Reading {
        private final Map<String, Parts> tables = new LinkedHashMap<>();
        private final TreeSet<String> views = new TreeSet<>();
        private final TreeSet<String> sequences = new TreeSet<>();

        void addColumn(CatalogRow row) {
            String tableName = row.text("table_name");
            switch (row.text("table_type")) {
                case "BASE TABLE", "SYSTEM VERSIONED" -> addColumn(tableName, row);
                case "SEQUENCE" -> sequences.add(tableName);
                default -> views.add(tableName);
            }
        }

        private void addColumn(String tableName, CatalogRow row) {
            Parts table = tables.computeIfAbsent(tableName, name -> new Parts());
            String name = row.textOrNull("name");
            if (name == null) {
                return;
            }
            if (row.flag("generated")) {
                table.extras.add("generated column '" + name + "'");
                return;
            }
            if (row.flag("on_update")) {
                table.extras.add("update of column '" + name + "' by the database");
            }
            boolean nullable = row.flag("nullable");
            String defaultValue = row.textOrNull("default_value");
            table.columns.add(new Column(
                    name,
                    row.text("type"),
                    nullable,
                    nullable && "NULL".equals(defaultValue) ? null : defaultValue,
                    row.flag("identity")));
        }

        void addConstraint(CatalogRow row) {
            Parts table = tables.get(row.text("table_name"));
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
                                    row.text("referred_table"),
                                    row.names("referred_columns"),
                                    onDelete(row.text("on_delete"))));
                case "TABLE CHECK" -> table.checks.add(new Check(name, row.text("expression")));
                default -> addColumnCheck(table, name, row.text("expression"));
            }
        }

        /** A column of JSON is one of text with a check that the server adds. */
        private static void addColumnCheck(Parts table, String column, String expression) {
            if (!expression.equals("json_valid(`" + column + "`)")) {
                table.extras.add("check of column '" + column + "'");
            }
        }

        void addIndex(CatalogRow row) {
            Parts table = tables.get(row.text("table_name"));
            String name = row.text("name");
            if (table == null || (!row.flag("is_unique") && table.foreignKeys.containsKey(name))) {
                return; // the server's own, for a foreign key
            }
            if (!row.flag("plain")) {
                table.uniques.remove(name);
                table.extras.add("index '" + name + "'");
                return;
            }
            List<String> names = row.names("columns");
            List<String> options = row.names("options");
            List<IndexColumn> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(new IndexColumn(names.get(i), options.get(i).equals("D")));
            }
            Index index = new Index(name, columns, row.flag("is_unique"));
            if (index.unique() && index.columns().stream().noneMatch(IndexColumn::descending)) {
                return; // a constraint already
            }
            table.uniques.remove(name);
            table.indexes.add(index);
        }

        Schema schema(List<Sequence> numbers) {
            return new Schema(
                    tables.entrySet().stream()
                            .map(entry -> entry.getValue().table(entry.getKey()))
                            .toList(),
                    numbers,
                    List.copyOf(views));
        }
    }

    /** RESTRICT is what InnoDB makes of no action. */
    private static OnDelete onDelete(String rule) {
        return Optional.of(OnDelete.valueOf(rule.replace(' ', '_')))
                .filter(action -> action != OnDelete.RESTRICT)
                .orElse(OnDelete.NO_ACTION);
    }

    /** A table while its parts come in. */
    private static final class Parts {
        private final List<Column> columns = new ArrayList<>();
        private @Nullable PrimaryKey primaryKey;
        private final Map<String, Unique> uniques = new LinkedHashMap<>();
        private final Map<String, ForeignKey> foreignKeys = new LinkedHashMap<>();
        private final List<Check> checks = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();
        private final List<String> extras = new ArrayList<>();

        Table table(String name) {
            return new Table(
                    name,
                    columns,
                    primaryKey,
                    List.copyOf(uniques.values()),
                    List.copyOf(foreignKeys.values()),
                    checks,
                    indexes,
                    List.of(),
                    extras);
        }
    }
}
