package dev.unirow.schema.internal.mariadb;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.Constraint;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Index;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.Unique;
import dev.unirow.schema.internal.ddl.TableSql;
import dev.unirow.schema.internal.sql.SqlReading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a table of MariaDB loses a key, a constraint or an index.
 *
 * @param schema before that
 */
record MariaDbKeys(TableSql sql, Schema schema) {
    String drop(String table, Index index) {
        return dropIndex(table, index.name(), index.columnNames());
    }

    String drop(String table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return dropPrimaryKey(table, key);
        } else if (constraint instanceof Unique unique) {
            return dropIndex(table, unique.name(), unique.columns());
        }
        String name = sql.quote(constraint.name());
        return constraint instanceof Check
                ? "drop constraint " + name
                // the index that the server made for it has its name
                : "drop foreign key " + name + ", drop index if exists " + name;
    }

    /** Empty for a primary key, which has no name of its own. */
    String rename(String table, Constraint constraint, String newName) {
        if (constraint instanceof PrimaryKey) {
            return "";
        }
        return constraint instanceof Unique
                ? renameIndex(sql, constraint.name(), newName)
                : drop(table, constraint) + ", add " + sql.constraint(constraint.withName(newName));
    }

    static String renameIndex(TableSql sql, String name, String newName) {
        return "rename index " + sql.quote(name) + " to " + sql.quote(newName);
    }

    static List<Check> checksOfNoColumn(Table table) {
        return table.checks().stream()
                .filter(check -> SqlReading.tokens(DatabaseKind.MARIADB, check.expression()).stream()
                        .noneMatch(token -> table.columns().stream()
                                .anyMatch(column -> column.name().equalsIgnoreCase(token.unquoted()))))
                .toList();
    }

    private String dropPrimaryKey(String tableName, PrimaryKey key) {
        Table table = schema.table(tableName).orElse(null);
        Column generated = table == null
                ? null
                : table.columns().stream().filter(Column::identity).findFirst().orElse(null);
        String plain = generated == null ? "" : "modify column " + sql.column(generated.withIdentity(false)) + ", ";
        PrimaryKey live = table == null ? null : table.primaryKey();
        return plain + "drop primary key" + indexesFor(tableName, live == null ? "" : live.name(), key.columns());
    }

    private String dropIndex(String tableName, String name, List<String> columns) {
        return "drop index " + sql.quote(name) + indexesFor(tableName, name, columns);
    }

    /** A foreign key that loses the index it is checked by gets one of its own back. */
    private String indexesFor(String tableName, String index, List<String> columns) {
        Table table = schema.table(tableName).orElse(null);
        return table == null
                ? ""
                : table.foreignKeys().stream()
                        .filter(key -> startsWith(columns, key.columns()))
                        .filter(key -> otherIndexes(table, index).stream()
                                .noneMatch(other -> startsWith(other, key.columns())))
                        .map(key -> ", add index if not exists " + sql.quote(key.name()) + " ("
                                + sql.quoteAll(key.columns()) + ")")
                        .collect(Collectors.joining());
    }

    private static List<List<String>> otherIndexes(Table table, String index) {
        List<List<String>> others = new ArrayList<>();
        if (table.primaryKey() != null && !table.primaryKey().name().equals(index)) {
            others.add(table.primaryKey().columns());
        }
        table.uniques().stream()
                .filter(other -> !other.name().equals(index))
                .forEach(other -> others.add(other.columns()));
        table.indexes().stream()
                .filter(other -> !other.name().equals(index))
                .forEach(other -> others.add(other.columnNames()));
        return others;
    }

    private static boolean startsWith(List<String> columns, List<String> start) {
        return columns.size() >= start.size()
                && columns.subList(0, start.size()).equals(start);
    }
}
