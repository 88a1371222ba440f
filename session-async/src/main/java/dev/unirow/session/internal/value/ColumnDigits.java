package dev.unirow.session.internal.value;

import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How many digits after the second a column keeps. */
final class ColumnDigits {
    private static final int MOST_OF_SERVERS = 6;

    private ColumnDigits() {}

    /** {@link TemporalDigits#ALL} for a column that holds no times, or that is not written. */
    static int of(SelectableMapping column, Dialect dialect) {
        if (column.isFormula() || !(column.isInsertable() || column.isUpdateable())) {
            return TemporalDigits.ALL;
        }
        return column.getJdbcMapping() instanceof BasicPluralType<?, ?> array
                ? of(column.getPrecision(), array.getElementType(), dialect)
                : of(column.getTemporalPrecision(), column.getJdbcMapping(), dialect);
    }

    private static int of(@Nullable Integer mapped, JdbcMapping type, Dialect dialect) {
        if (!hasFraction(type.getJdbcType().getDdlTypeCode())) {
            return TemporalDigits.ALL;
        }
        int digits = mapped != null ? mapped : dialect.getDefaultTimestampPrecision();
        return dialect instanceof PostgreSQLDialect || dialect instanceof MariaDBDialect
                ? Math.min(digits, MOST_OF_SERVERS)
                : digits;
    }

    private static boolean hasFraction(int code) {
        return switch (code) {
            case SqlTypes.TIME,
                    SqlTypes.TIME_WITH_TIMEZONE,
                    SqlTypes.TIME_UTC,
                    SqlTypes.TIMESTAMP,
                    SqlTypes.TIMESTAMP_WITH_TIMEZONE,
                    SqlTypes.TIMESTAMP_UTC -> true;
            default -> false;
        };
    }
}
