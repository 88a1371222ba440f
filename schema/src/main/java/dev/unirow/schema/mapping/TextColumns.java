package dev.unirow.schema.mapping;

import dev.unirow.schema.internal.type.TypeArguments;
import dev.unirow.schema.internal.wanted.WantedSchema;
import java.util.Collection;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;

/**
 * How many characters the text columns of a mapping keep, which Hibernate works out for the tables alone: where SQLite
 * is to keep what servers keep, a session has to know it, too.
 */
public final class TextColumns {
    private TextColumns() {}

    /**
     * Tells the columns their length, where the mapping leaves it open; takes it away from columns whose definition
     * sets no limit.
     *
     * @param metadata a complete mapping, before a session factory is built of it
     */
    public static void prepare(Metadata metadata) {
        metadata.collectTableMappings().stream()
                .map(Table::getColumns)
                .flatMap(Collection::stream)
                .forEach(column -> prepare(metadata, column));
    }

    private static void prepare(Metadata metadata, Column column) {
        if (column.getValue() == null
                || !(column.getValue().getType() instanceof BasicType<?> type)
                || !isOfLength(type.getJdbcType().getDdlTypeCode())) {
            return;
        }
        if (WantedSchema.isGiven(column.getSqlType())) {
            List<Long> defined = TypeArguments.of(column.getSqlType());
            column.setLength(defined.size() == 1 ? defined.get(0) : null);
        } else if (column.getLength() == null) {
            column.setLength(metadata.getDatabase()
                    .getDialect()
                    .getSizeStrategy()
                    .resolveSize(type.getJdbcType(), type.getJdbcJavaType(), null, null, null)
                    .getLength());
        }
    }

    private static boolean isOfLength(int code) {
        return switch (code) {
            case SqlTypes.CHAR, SqlTypes.VARCHAR, SqlTypes.NCHAR, SqlTypes.NVARCHAR -> true;
            default -> false;
        };
    }
}
