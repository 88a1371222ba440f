package dev.unirow.sqlite.dialect;

import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;

/** A foreign key in SQL. */
record ForeignKeyText(Dialect dialect, ForeignKey key) {
    /** As a constraint of a table. */
    String constraint() {
        String name = "constraint " + dialect.quote(key.getName()) + ' ';
        return key.getKeyDefinition() != null
                ? name + key.getKeyDefinition()
                : name + "foreign key (" + names(key.getColumns()) + ") " + reference();
    }

    /** What it refers to, as a part of a column. */
    String reference() {
        List<Column> referred = key.isReferenceToPrimaryKey()
                ? key.getReferencedTable().getPrimaryKey().getColumns()
                : key.getReferencedColumns();
        StringBuilder sql = new StringBuilder("references ");
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
        return sql.toString();
    }

    private String names(List<Column> columns) {
        return columns.stream().map(column -> column.getQuotedName(dialect)).collect(Collectors.joining(", "));
    }
}
