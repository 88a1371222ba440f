package dev.unirow.session.internal.type;

import io.vertx.core.json.JsonArray;
import java.lang.reflect.Array;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.hibernate.dialect.Dialect;
import org.hibernate.tool.schema.extract.spi.ColumnTypeInformation;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.BasicPluralJavaType;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeConstructor;
import org.hibernate.type.descriptor.jdbc.JsonArrayJdbcType;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * An array of dates or times, which Hibernate keeps in JSON, and does not write where they go to the driver directly.
 */
final class MariaDbTimeArrayType extends JsonArrayJdbcType {
    private MariaDbTimeArrayType(JdbcType element) {
        super(element);
    }

    /** Makes the type for dates and times; other elements keep theirs. */
    record Constructor(JdbcTypeConstructor others) implements JdbcTypeConstructor {
        @Override
        public JdbcType resolveType(
                TypeConfiguration types, Dialect dialect, BasicType<?> element, ColumnTypeInformation column) {
            return isTime(element.getJdbcType())
                    ? new MariaDbTimeArrayType(element.getJdbcType())
                    : others.resolveType(types, dialect, element, column);
        }

        @Override
        public JdbcType resolveType(
                TypeConfiguration types, Dialect dialect, JdbcType element, ColumnTypeInformation column) {
            return isTime(element)
                    ? new MariaDbTimeArrayType(element)
                    : others.resolveType(types, dialect, element, column);
        }

        @Override
        public int getDefaultSqlTypeCode() {
            return SqlTypes.JSON_ARRAY;
        }

        private static boolean isTime(JdbcType element) {
            return switch (element.getDefaultSqlTypeCode()) {
                case SqlTypes.LOCAL_DATE,
                        SqlTypes.LOCAL_TIME,
                        SqlTypes.LOCAL_DATE_TIME,
                        SqlTypes.OFFSET_TIME,
                        SqlTypes.OFFSET_DATE_TIME,
                        SqlTypes.ZONED_DATE_TIME -> true;
                default -> false;
            };
        }
    }

    @Override
    protected <X> String toString(X value, JavaType<X> type, WrapperOptions options) {
        JavaType<Object> element = element(type);
        JsonArray json = new JsonArray();
        for (Object each : (@Nullable Object[]) type.unwrap(value, Object[].class, options)) {
            json.add(each == null ? null : element.toString(inUtc(each)));
        }
        return json.encode();
    }

    @Override
    @SuppressWarnings("NullAway") // Hibernate reads null as null
    protected <X> X fromString(String json, JavaType<X> type, WrapperOptions options) {
        if (json == null) {
            return null;
        }
        JavaType<Object> element = element(type);
        JsonArray found = new JsonArray(json);
        Object[] array = (Object[]) Array.newInstance(element.getJavaTypeClass(), found.size());
        for (int i = 0; i < array.length; i++) {
            String text = found.getString(i);
            array[i] = text == null ? null : element.fromString(text);
        }
        return type.wrap(array, options);
    }

    @SuppressWarnings("unchecked") // the elements' own type
    private static JavaType<Object> element(JavaType<?> type) {
        return (JavaType<Object>) ((BasicPluralJavaType<?>) type).getElementJavaType();
    }

    /** As in a column of their own. */
    private static Object inUtc(Object time) {
        if (time instanceof OffsetDateTime offset) {
            return offset.withOffsetSameInstant(ZoneOffset.UTC);
        }
        return time instanceof ZonedDateTime zoned ? zoned.withZoneSameInstant(ZoneOffset.UTC) : time;
    }
}
