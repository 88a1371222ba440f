package dev.unirow.schema.internal.ddl;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.Unique;
import dev.unirow.schema.internal.sql.SqlExpression;
import java.util.List;

/** A schema after a column got a new name: keys, constraints and indexes follow. */
final class ColumnRename {
    private final DatabaseKind kind;
    private final ColumnOperation.RenameColumn rename;

    private ColumnRename(DatabaseKind kind, ColumnOperation.RenameColumn rename) {
        this.kind = kind;
        this.rename = rename;
    }

    static Schema apply(DatabaseKind kind, Schema schema, ColumnOperation.RenameColumn rename) {
        ColumnRename change = new ColumnRename(kind, rename);
        return schema.withTables(schema.tables().stream().map(change::apply).toList());
    }

    private Table apply(Table table) {
        boolean own = table.name().equals(rename.table());
        Table result = table.withForeignKeys(table.foreignKeys().stream()
                .map(key -> key.withColumns(
                        own ? names(key.columns()) : key.columns(),
                        key.referredTable().equals(rename.table())
                                ? names(key.referredColumns())
                                : key.referredColumns()))
                .toList());
        return own ? applyOwn(result) : result;
    }

    private Table applyOwn(Table table) {
        PrimaryKey key = table.primaryKey();
        return table.withColumns(table.columns().stream().map(this::apply).toList())
                .withPrimaryKey(key == null ? null : new PrimaryKey(key.name(), names(key.columns())))
                .withUniques(table.uniques().stream()
                        .map(unique -> new Unique(unique.name(), names(unique.columns())))
                        .toList())
                .withIndexes(table.indexes().stream().map(this::apply).toList())
                .withChecks(table.checks().stream()
                        .map(check -> new Check(check.name(), expression(check.expression())))
                        .toList());
    }

    private Column apply(Column column) {
        Generated generated = column.generated();
        return column.withName(name(column.name()))
                .withGenerated(
                        generated == null
                                ? null
                                : new Generated(expression(generated.expression()), generated.stored()))
                .withExtras(column.extras().stream()
                        .map(extra -> extra.startsWith("check (") ? expression(extra) : extra)
                        .toList());
    }

    private Index apply(Index index) {
        String where = index.where();
        return index.withColumns(index.columns().stream().map(this::apply).toList())
                .withWhere(where == null ? null : expression(where));
    }

    private IndexColumn apply(IndexColumn column) {
        String name = column.name();
        String expression = column.expression();
        return new IndexColumn(
                name == null ? null : name(name),
                column.descending(),
                expression == null ? null : expression(expression),
                column.nulls(),
                column.collation(),
                column.prefix());
    }

    private String expression(String expression) {
        return SqlExpression.renamed(kind, expression, rename.column(), rename.newName());
    }

    private List<String> names(List<String> names) {
        return names.stream().map(this::name).toList();
    }

    private String name(String name) {
        return name.equals(rename.column()) ? rename.newName() : name;
    }
}
