package dev.unirow.schema.mapping;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.internal.type.TypeArguments;
import dev.unirow.schema.internal.wanted.WantedSchema;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;

/**
 * How many digits after the second the columns of a mapping keep. Times of day keep as many as timestamps do, where
 * Hibernate's columns for them would keep whole seconds.
 */
public final class TimeColumns {
    private static final Set<Integer> TIMES = Set.of(SqlTypes.TIME, SqlTypes.TIME_WITH_TIMEZONE, SqlTypes.TIME_UTC);
    private static final Set<Integer> TIMESTAMPS =
            Set.of(SqlTypes.TIMESTAMP, SqlTypes.TIMESTAMP_WITH_TIMEZONE, SqlTypes.TIMESTAMP_UTC);
    private static final int ALL_OF_JAVA = 9;

    private final Metadata metadata;
    private final DatabaseKind kind;
    private final int usual;

    private TimeColumns(Metadata metadata) {
        this.metadata = metadata;
        this.kind = DatabaseKind.of(metadata.getDatabase().getDialect());
        this.usual = metadata.getDatabase().getDialect().getDefaultTimestampPrecision();
    }

    /**
     * Tells the columns their digits, where the mapping leaves them open.
     *
     * @param metadata a complete mapping, before a session factory is built of it
     */
    public static void prepare(Metadata metadata) {
        TimeColumns columns = new TimeColumns(metadata);
        metadata.collectTableMappings().stream()
                .map(Table::getColumns)
                .flatMap(Collection::stream)
                .forEach(columns::prepare);
    }

    private void prepare(Column column) {
        if (column.getValue() == null) {
            return;
        }
        if (column.getValue().getType() instanceof BasicPluralType<?, ?> array) {
            prepareArray(column, array.getElementType().getJdbcType().getDdlTypeCode());
            return;
        }
        int code = column.getSqlTypeCode(metadata);
        boolean isTime = TIMES.contains(code);
        if (!isTime && !TIMESTAMPS.contains(code)) {
            return;
        }
        if (WantedSchema.isGiven(column.getSqlType())) {
            column.setTemporalPrecision(defined(column.getSqlType()));
        } else if (isTime && column.getTemporalPrecision() == null) {
            column.setTemporalPrecision(usual);
        }
        if (isConverted(column)) {
            column.setPrecision(column.getTemporalPrecision()); // Hibernate does not see that it is a time
        }
    }

    private void prepareArray(Column column, int code) {
        if (column.getPrecision() == null && TIMES.contains(code)) {
            column.setPrecision(usual); // to Hibernate an array has no digits of a time
        }
    }

    private static boolean isConverted(Column column) {
        return column.getValue().getType() instanceof BasicType<?> type && type.getValueConverter() != null;
    }

    private int defined(String definition) {
        List<Long> arguments = TypeArguments.of(definition);
        if (arguments.size() == 1) {
            return arguments.get(0).intValue();
        }
        return switch (kind) {
            case POSTGRESQL -> usual;
            case MARIADB -> 0;
            case SQLITE -> ALL_OF_JAVA;
        };
    }
}
