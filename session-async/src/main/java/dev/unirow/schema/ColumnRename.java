package dev.unirow.schema;

import java.util.List;

/** A schema after a column got a new name: keys, constraints and indexes follow. */
final class ColumnRename {
    private final Operation.RenameColumn rename;

    private ColumnRename(Operation.RenameColumn rename) {
        this.rename = rename;
    }

    static Schema apply(Schema schema, Operation.RenameColumn rename) {
        ColumnRename change = new ColumnRename(rename);
        return new Schema(schema.tables().stream().map(change::apply).toList(), schema.sequences(), schema.views());
    }

    private Table apply(Table table) {
        boolean own = table.name().equals(rename.table());
        Table result = table.withForeignKeys(table.foreignKeys().stream()
                .map(key -> new ForeignKey(
                        key.name(),
                        own ? names(key.columns()) : key.columns(),
                        key.referredTable(),
                        key.referredTable().equals(rename.table())
                                ? names(key.referredColumns())
                                : key.referredColumns(),
                        key.onDelete()))
                .toList());
        return own ? applyOwn(result) : result;
    }

    private Table applyOwn(Table table) {
        PrimaryKey key = table.primaryKey();
        return table.withColumns(table.columns().stream()
                        .map(column -> new Column(
                                name(column.name()),
                                column.type(),
                                column.nullable(),
                                column.defaultValue(),
                                column.identity()))
                        .toList())
                .withPrimaryKey(key == null ? null : new PrimaryKey(key.name(), names(key.columns())))
                .withUniques(table.uniques().stream()
                        .map(unique -> new Unique(unique.name(), names(unique.columns())))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> new Index(
                                index.name(),
                                index.columns().stream()
                                        .map(column -> new IndexColumn(name(column.name()), column.descending()))
                                        .toList(),
                                index.unique()))
                        .toList())
                .withChecks(table.checks().stream()
                        .map(check -> new Check(
                                check.name(),
                                SqlExpression.renamed(check.expression(), rename.column(), rename.newName())))
                        .toList());
    }

    private List<String> names(List<String> names) {
        return names.stream().map(this::name).toList();
    }

    private String name(String name) {
        return name.equals(rename.column()) ? rename.newName() : name;
    }
}
