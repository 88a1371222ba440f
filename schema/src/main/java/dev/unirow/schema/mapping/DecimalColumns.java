package dev.unirow.schema.mapping;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.internal.type.TypeArguments;
import dev.unirow.schema.internal.wanted.WantedSchema;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.BigDecimalJavaType;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/**
 * How many digits the decimal columns of a mapping keep, which Hibernate works out for the tables alone: a session has
 * to know it, too.
 */
public final class DecimalColumns {
    private static final Set<Integer> DECIMALS = Set.of(SqlTypes.NUMERIC, SqlTypes.DECIMAL, SqlTypes.DURATION);

    private final Metadata metadata;
    private final DatabaseKind kind;

    private DecimalColumns(Metadata metadata) {
        this.metadata = metadata;
        this.kind = DatabaseKind.of(metadata.getDatabase().getDialect());
    }

    /**
     * Tells the columns their precision and scale, where the mapping leaves them open; takes them away from columns
     * whose definition sets no limit.
     *
     * @param metadata a complete mapping, before a session factory is built of it
     */
    public static void prepare(Metadata metadata) {
        DecimalColumns columns = new DecimalColumns(metadata);
        metadata.collectTableMappings().stream()
                .map(Table::getColumns)
                .flatMap(Collection::stream)
                .forEach(columns::prepare);
    }

    private void prepare(Column column) {
        if (column.getValue() == null) {
            return;
        }
        BasicType<?> type = type(column);
        if (type == null || !DECIMALS.contains(type.getJdbcType().getDdlTypeCode())) {
            return;
        }
        if (WantedSchema.isGiven(column.getSqlType())) {
            List<Integer> digits = defined(column.getSqlType());
            column.setPrecision(digits.isEmpty() ? null : digits.get(0));
            column.setScale(digits.isEmpty() ? null : digits.get(1));
        } else if (column.getPrecision() == null || column.getScale() == null) {
            Size size = metadata.getDatabase()
                    .getDialect()
                    .getSizeStrategy()
                    .resolveSize(type.getJdbcType(), numbers(type), column.getPrecision(), column.getScale(), null);
            column.setPrecision(size.getPrecision());
            column.setScale(size.getScale());
        }
    }

    private @Nullable BasicType<?> type(Column column) {
        if (column.getValue().getType() instanceof BasicPluralType<?, ?> array) {
            return array.getElementType();
        }
        return column.getValue().getType() instanceof BasicType<?> type ? type : null;
    }

    /** What Hibernate knows no digits of gets those of a decimal: a converter's class has none. */
    private static JavaType<?> numbers(BasicType<?> type) {
        return type.getValueConverter() == null ? type.getMappedJavaType() : BigDecimalJavaType.INSTANCE;
    }

    /** Precision and scale; empty where there is no limit, or none that can be read off the definition. */
    private List<Integer> defined(String definition) {
        List<Long> arguments = TypeArguments.of(definition);
        String name = definition.strip().toLowerCase(Locale.ROOT).split("[^a-z0-9]", 2)[0];
        return switch (name) {
            case "numeric", "decimal", "dec", "number" ->
                arguments.isEmpty()
                        ? kind == DatabaseKind.MARIADB ? List.of(10, 0) : List.of()
                        : List.of(
                                arguments.get(0).intValue(),
                                arguments.size() == 1 ? 0 : arguments.get(1).intValue());
            case "bigint", "int8" -> List.of(19, 0);
            case "integer", "int", "int4" -> List.of(10, 0);
            case "smallint", "int2" -> List.of(5, 0);
            default -> List.of();
        };
    }
}
