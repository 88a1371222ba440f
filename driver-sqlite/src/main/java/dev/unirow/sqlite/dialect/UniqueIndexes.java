package dev.unirow.sqlite.dialect;

import java.util.stream.Collectors;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.unique.AlterTableUniqueDelegate;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** Writes unique keys as indexes: unlike constraints, SQLite can add them to a table that is there. */
final class UniqueIndexes extends AlterTableUniqueDelegate {
    UniqueIndexes(Dialect dialect) {
        super(dialect);
    }

    @Override
    public String getColumnDefinitionUniquenessFragment(Column column, SqlStringGenerationContext context) {
        return "";
    }

    @Override
    public String getTableCreationUniqueConstraintsFragment(Table table, SqlStringGenerationContext context) {
        return "";
    }

    @Override
    public String getAlterTableToAddUniqueKeyCommand(
            UniqueKey key, Metadata metadata, SqlStringGenerationContext context) {
        return "create unique index if not exists " + dialect.quote(key.getName()) + " on "
                + context.format(key.getTable().getQualifiedTableName())
                + key.getColumns().stream()
                        .map(column -> column.getQuotedName(dialect))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    @Override
    public String getAlterTableToDropUniqueKeyCommand(
            UniqueKey key, Metadata metadata, SqlStringGenerationContext context) {
        return "drop index if exists " + dialect.quote(key.getName());
    }
}
