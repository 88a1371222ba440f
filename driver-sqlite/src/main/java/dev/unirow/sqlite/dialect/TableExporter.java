package dev.unirow.sqlite.dialect;

import org.hibernate.dialect.Dialect;
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
                sql.append(", ").append(new ForeignKeyText(dialect, key).constraint());
            }
        }
    }
}
