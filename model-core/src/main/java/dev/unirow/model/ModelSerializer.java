package dev.unirow.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes models for any Jackson mapper as {@link Models#dumpJson(Object)} does: loaded parts only, never SQL. Names,
 * order and what is left out are the mapper's, and so are the application's own types that the mapper was taught.
 */
final class ModelSerializer extends StdSerializer<Object> implements ContextualSerializer {
    private static final int MOST_DIGITS = 9999;

    private final transient JsonNames names;

    ModelSerializer() {
        this(Json.NAMES);
    }

    private ModelSerializer(JsonNames names) {
        super(Object.class);
        this.names = names;
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider provider, @Nullable BeanProperty property) {
        return new ModelSerializer(new JsonNames(provider.getConfig(), Json.CONTENT.getDeserializationConfig(), null));
    }

    @Override
    public void serialize(Object model, JsonGenerator out, SerializerProvider provider) throws IOException {
        value(Dumping.json(model, DumpOptions.options(), names, provider.getActiveView()), out, provider);
    }

    @Override
    public void serializeWithType(Object model, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        WritableTypeId id = type.writeTypePrefix(out, type.typeId(model, JsonToken.START_OBJECT));
        members(Dumping.json(model, DumpOptions.options(), names, provider.getActiveView()), out, provider);
        type.writeTypeSuffix(out, id);
    }

    private void members(Map<?, ?> members, JsonGenerator out, SerializerProvider provider) throws IOException {
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.writeFieldName(String.valueOf(member.getKey()));
            value(member.getValue(), out, provider);
        }
    }

    private void value(@Nullable Object value, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (value instanceof Map<?, ?> map) {
            out.writeStartObject(map);
            members(map, out, provider);
            out.writeEndObject();
        } else if (value instanceof Collection<?> collection) {
            out.writeStartArray(collection);
            for (Object element : collection) {
                value(element, out, provider);
            }
            out.writeEndArray();
        } else if (value instanceof BigDecimal number && Math.abs((long) number.scale()) <= MOST_DIGITS) {
            // whatever the mapper does with decimals
            out.writeNumber(number.toPlainString());
        } else if (value != null && isTaught(value.getClass(), provider)) {
            provider.defaultSerializeValue(value, out);
        } else {
            Json.WITHIN.writeValue(out, value);
        }
    }

    /** Whether a type of the application's own has a serializer of its own. */
    private static boolean isTaught(Class<?> type, SerializerProvider provider) throws IOException {
        return !type.isArray()
                && !type.isEnum()
                && !type.getName().startsWith("java.")
                && !type.getName().startsWith("com.fasterxml.jackson.")
                && !(provider.findValueSerializer(type) instanceof BeanSerializerBase)
                && !provider.isUnknownTypeSerializer(provider.findValueSerializer(type));
    }
}
