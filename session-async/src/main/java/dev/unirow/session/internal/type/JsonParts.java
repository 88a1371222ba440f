package dev.unirow.session.internal.type;

import io.vertx.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Year;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.sql.ast.spi.StringBuilderSqlAppender;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.spi.JsonGeneratingVisitor;
import org.hibernate.type.format.JsonDocumentWriter;
import org.hibernate.type.format.StringJsonDocumentWriter;

/**
 * Writes JSON that Hibernate maps part by part. Its own writer escapes control characters by fewer digits than JSON
 * has, so that the letters after them become a part of them, and has years with leading zeros and a plus sign.
 */
final class JsonParts extends StringJsonDocumentWriter {
    private JsonParts() {}

    static String array(JavaType<?> elements, JdbcType type, Object[] values, WrapperOptions options) {
        JsonParts writer = new JsonParts();
        JsonGeneratingVisitor.INSTANCE.visitArray(elements, type, values, options, writer);
        return writer.getJson();
    }

    static String object(EmbeddableMappingType embeddable, Object value, WrapperOptions options) {
        JsonParts writer = new JsonParts();
        try {
            JsonGeneratingVisitor.INSTANCE.visit(embeddable, value, options, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.getJson();
    }

    @Override
    public <T> JsonDocumentWriter serializeJsonValue(
            Object value, JavaType<T> javaType, JdbcType type, WrapperOptions options) {
        if (value instanceof Year year && type.isInteger()) {
            return numericValue(year.getValue());
        }
        if (isText(type.getDefaultSqlTypeCode()) && !(value instanceof Boolean)) {
            return numericValue(new JsonText(Json.encode(text(value, javaType)))); // which is written as it is
        }
        return super.serializeJsonValue(value, javaType, type, options);
    }

    @SuppressWarnings("unchecked") // the value's own type
    private static <T> String text(Object value, JavaType<T> type) {
        StringBuilderSqlAppender text = new StringBuilderSqlAppender();
        type.appendEncodedString(text, (T) value);
        return text.toString();
    }

    private static boolean isText(int code) {
        return switch (code) {
            case SqlTypes.LONG32VARCHAR, SqlTypes.LONG32NVARCHAR, SqlTypes.ENUM, SqlTypes.NAMED_ENUM -> true;
            default -> SqlTypes.isCharacterOrClobType(code);
        };
    }
}
