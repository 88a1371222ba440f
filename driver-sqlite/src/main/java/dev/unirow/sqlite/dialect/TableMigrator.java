package dev.unirow.sqlite.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.extract.spi.ForeignKeyInformation;
import org.hibernate.tool.schema.extract.spi.TableInformation;
import org.hibernate.tool.schema.internal.StandardTableMigrator;
import org.hibernate.tool.schema.spi.SchemaManagementException;

/** Adds columns together with what they refer to: SQLite cannot add a foreign key to a column that is there. */
final class TableMigrator extends StandardTableMigrator {
    TableMigrator(Dialect dialect) {
        super(dialect);
    }

    @Override
    public String[] getSqlAlterStrings(
            Table table, Metadata metadata, TableInformation live, SqlStringGenerationContext context) {
        List<String> commands = new ArrayList<>(List.of(super.getSqlAlterStrings(table, metadata, live, context)));
        if (table.isView()) {
            return commands.toArray(String[]::new);
        }
        nameUniqueKeys(table);
        List<Column> added = table.getColumns().stream()
                .filter(column -> live.getColumn(Identifier.toIdentifier(column.getName(), column.isQuoted())) == null)
                .toList();
        for (ForeignKey key : table.getForeignKeyCollection()) {
            if (!key.isPhysicalConstraint() || !key.isCreationEnabled() || exists(key, live)) {
                continue;
            }
            // the standard migrator writes one command for each missing column, in their order
            int command = key.getColumnSpan() == 1 ? added.indexOf(key.getColumn(0)) : -1;
            if (command < 0) {
                throw new SchemaManagementException("SQLite cannot add the foreign key '" + key.getName()
                        + "' to the columns that table '" + table.getName()
                        + "' has already. Make the table anew, or declare the attribute without a constraint.");
            }
            commands.set(command, commands.get(command) + " " + new ForeignKeyText(dialect, key).reference());
        }
        return commands.toArray(String[]::new);
    }

    /**
     * Hibernate makes the unique key of a single column when it writes that column, and would forget those of the
     * others.
     */
    private static void nameUniqueKeys(Table table) {
        for (Column column : table.getColumns()) {
            String name = column.getUniqueKeyName();
            if (column.isUnique() && name != null && !table.isPrimaryKey(column)) {
                table.getOrCreateUniqueKey(name).addColumn(column);
            }
        }
    }

    private static boolean exists(ForeignKey key, TableInformation live) {
        return StreamSupport.stream(live.getForeignKeys().spliterator(), false).anyMatch(found -> matches(key, found));
    }

    private static boolean matches(ForeignKey key, ForeignKeyInformation found) {
        List<String> columns = new ArrayList<>();
        for (ForeignKeyInformation.ColumnReferenceMapping mapping : found.getColumnReferenceMappings()) {
            String table = mapping.getReferencedColumnMetadata()
                    .getContainingTableInformation()
                    .getName()
                    .getTableName()
                    .getText();
            if (!table.equalsIgnoreCase(key.getReferencedTable().getName())) {
                return false;
            }
            columns.add(
                    mapping.getReferencingColumnMetadata().getColumnIdentifier().getText());
        }
        return columns.size() == key.getColumnSpan()
                && key.getColumns().stream()
                        .allMatch(column -> columns.stream().anyMatch(column.getName()::equalsIgnoreCase));
    }
}
