package dev.unirow.session.internal.type;

import org.hibernate.dialect.Dialect;
import org.hibernate.tool.schema.extract.spi.ColumnTypeInformation;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.BasicPluralJavaType;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.java.spi.UnknownBasicJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeConstructor;
import org.hibernate.type.descriptor.jdbc.JsonArrayJdbcType;
import org.hibernate.type.spi.TypeConfiguration;

/** JSON whose elements Hibernate maps one by one, written by {@link JsonParts}. */
class JsonArrayType extends JsonArrayJdbcType {
    JsonArrayType(JdbcType element) {
        super(element);
    }

    /** Makes the type for each type of elements. */
    static final class Constructor implements JdbcTypeConstructor {
        @Override
        public JdbcType resolveType(
                TypeConfiguration types, Dialect dialect, BasicType<?> element, ColumnTypeInformation column) {
            return new JsonArrayType(element.getJdbcType());
        }

        @Override
        public JdbcType resolveType(
                TypeConfiguration types, Dialect dialect, JdbcType element, ColumnTypeInformation column) {
            return new JsonArrayType(element);
        }

        @Override
        public int getDefaultSqlTypeCode() {
            return SqlTypes.JSON_ARRAY;
        }
    }

    @Override
    protected <X> String toString(X value, JavaType<X> type, WrapperOptions options) {
        JavaType<?> element = ((BasicPluralJavaType<?>) type).getElementJavaType();
        return element instanceof UnknownBasicJavaType<?>
                ? super.toString(value, type, options)
                : JsonParts.array(element, getElementJdbcType(), type.unwrap(value, Object[].class, options), options);
    }
}
