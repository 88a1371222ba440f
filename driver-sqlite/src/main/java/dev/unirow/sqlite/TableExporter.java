package dev.unirow.sqlite;

import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;

/** Writes foreign keys into CREATE TABLE: SQLite cannot add them later. */
final class TableExporter extends StandardTableExporter {
    private final Dialect dialect;

    TableExporter(Dialect dialect) {
        super(dialect);
        this.dialect = dialect;
    }

    @Override
    protected void applyTableCheck(Table table, StringBuilder sql) {
        super.applyTableCheck(table, sql);
        for (ForeignKey key : table.getForeignKeyCollection()) {
            if (key.isCreationEnabled() && key.isPhysicalConstraint()) {
                append(key, sql);
            }
        }
    }

    private void append(ForeignKey key, StringBuilder sql) {
        sql.append(", constraint ").append(dialect.quote(key.getName())).append(' ');
        if (key.getKeyDefinition() != null) {
            sql.append(key.getKeyDefinition());
            return;
        }
        List<Column> referred = key.isReferenceToPrimaryKey()
                ? key.getReferencedTable().getPrimaryKey().getColumns()
                : key.getReferencedColumns();
        sql.append("foreign key (").append(names(key.getColumns())).append(") references ");
        sql.append(key.getReferencedTable().getQuotedName(dialect));
        sql.append(" (").append(names(referred)).append(')');
        OnDeleteAction action = key.getOnDeleteAction();
        if (action != null && action != OnDeleteAction.NO_ACTION) {
            sql.append(" on delete ").append(action.toSqlString());
        }
        String options = key.getOptions();
        if (options != null && !options.isEmpty()) {
            sql.append(' ').append(options);
        }
    }

    private String names(List<Column> columns) {
        return columns.stream().map(column -> column.getQuotedName(dialect)).collect(Collectors.joining(", "));
    }
}
