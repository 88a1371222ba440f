package dev.unirow.session.internal.type;

import org.hibernate.dialect.Dialect;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.tool.schema.extract.spi.ColumnTypeInformation;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeConstructor;
import org.hibernate.type.spi.TypeConfiguration;

/** A column of JSON on PostgreSQL whose elements Hibernate maps one by one. */
final class PostgresJsonArrayType extends JsonArrayType {
    private PostgresJsonArrayType(JdbcType element) {
        super(element);
    }

    /** Makes the type for each type of elements. */
    static final class Constructor implements JdbcTypeConstructor {
        @Override
        public JdbcType resolveType(
                TypeConfiguration types, Dialect dialect, BasicType<?> element, ColumnTypeInformation column) {
            return resolveType(types, dialect, element.getJdbcType(), column);
        }

        @Override
        public JdbcType resolveType(
                TypeConfiguration types, Dialect dialect, JdbcType element, ColumnTypeInformation column) {
            return new PostgresJsonArrayType(element);
        }

        @Override
        public int getDefaultSqlTypeCode() {
            return SqlTypes.JSON_ARRAY;
        }
    }

    @Override
    public Expression wrapTopLevelSelectionExpression(Expression expression) {
        return PostgresJson.asText(expression);
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> type) {
        return PostgresJson.binder(type, this, (value, options) -> toString(value, type, options));
    }

    @Override
    @SuppressWarnings("NullAway") // Hibernate reads null as null
    public <X> ValueExtractor<X> getExtractor(JavaType<X> type) {
        return PostgresJson.extractor(type, this, (json, options) -> fromString(json, type, options));
    }
}
