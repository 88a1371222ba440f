package dev.unirow.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.unirow.model.internal.Records;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link Changes}, telling a key that is missing from one with null; names and formats are those of the mapper.
 */
final class ChangesDeserializer extends JsonDeserializer<Object> implements ContextualDeserializer {
    private record Part(int index, JavaType content, boolean optional, JsonDeserializer<Object> reader) {}

    private final JavaType type;
    private final Map<String, Part> parts;

    ChangesDeserializer() {
        this(Json.MAPPER.constructType(Changes.class), Map.of());
    }

    private ChangesDeserializer(JavaType type, Map<String, Part> parts) {
        this.type = type;
        this.parts = parts;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JavaType wanted = context.getContextualType();
        RecordComponent[] components = wanted.getRawClass().getRecordComponents();
        if (components == null) {
            return context.reportBadDefinition(
                    wanted, "'" + wanted.getRawClass().getName() + "' has changes, and is no record.");
        }
        List<String> names = new ArrayList<>();
        for (RecordComponent component : components) {
            names.add(component.getName());
        }
        Map<String, Part> read = new HashMap<>();
        for (BeanPropertyDefinition definition :
                context.getConfig().introspect(wanted).findProperties()) {
            int index = names.indexOf(definition.getInternalName());
            if (index >= 0) {
                read.put(definition.getName(), part(context, definition, index, components[index]));
            }
        }
        return new ChangesDeserializer(wanted, read);
    }

    private static Part part(
            DeserializationContext context, BeanPropertyDefinition definition, int index, RecordComponent component)
            throws JsonMappingException {
        JavaType declared = context.constructType(context.getTypeFactory().constructType(component.getGenericType()));
        boolean optional = declared.hasRawClass(Optional.class);
        JavaType content = optional ? declared.containedTypeOrUnknown(0) : declared;
        BeanProperty property = new BeanProperty.Std(
                definition.getFullName(),
                content,
                definition.getWrapperName(),
                definition.getPrimaryMember(),
                definition.getMetadata());
        return new Part(index, content, optional, context.findContextualValueDeserializer(content, property));
    }

    @Override
    public Collection<Object> getKnownPropertyNames() {
        return new TreeSet<>(parts.keySet());
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Class<?> record = type.getRawClass();
        if (!parser.isExpectedStartObjectToken()) {
            return context.handleUnexpectedToken(record, parser);
        }
        @Nullable Object[] values = new @Nullable Object[record.getRecordComponents().length];
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            Part part = parts.get(key);
            if (part == null) {
                boolean handled = context.handleUnknownProperty(parser, this, record, key);
                if (!handled) {
                    parser.skipChildren();
                }
                continue;
            }
            try {
                Object value =
                        token == JsonToken.VALUE_NULL ? null : part.reader().deserialize(parser, context);
                values[part.index()] = part.optional() ? Optional.ofNullable(value) : value;
            } catch (IOException | RuntimeException e) {
                throw JsonMappingException.wrapWithPath(e, record, key);
            }
        }
        return Records.make(record, values);
    }
}
