package dev.unirow.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes {@link Changes}: only the keys that say something. */
final class ChangesSerializer extends JsonSerializer<Changes<?>> {
    @Override
    public void serialize(Changes<?> changes, JsonGenerator json, SerializerProvider context) throws IOException {
        if (!(changes instanceof Record record)) {
            context.reportBadDefinition(
                    changes.getClass(), "'" + changes.getClass().getName() + "' has changes, and is no record.");
            return;
        }
        Map<String, BeanPropertyDefinition> definitions =
                context.getConfig().introspect(context.constructType(record.getClass())).findProperties().stream()
                        .collect(Collectors.toMap(BeanPropertyDefinition::getInternalName, Function.identity()));
        json.writeStartObject(changes);
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            BeanPropertyDefinition definition = definitions.get(component.getName());
            Object value = Source.read(record, component);
            if (definition != null && value != null) {
                json.writeFieldName(definition.getName());
                write(value instanceof Optional<?> optional ? optional.orElse(null) : value, definition, json, context);
            }
        }
        json.writeEndObject();
    }

    private static void write(
            @Nullable Object value, BeanPropertyDefinition definition, JsonGenerator json, SerializerProvider context)
            throws IOException {
        if (value == null) {
            context.defaultSerializeNull(json);
            return;
        }
        BeanProperty property = new BeanProperty.Std(
                definition.getFullName(),
                context.constructType(value.getClass()),
                definition.getWrapperName(),
                definition.getPrimaryMember(),
                definition.getMetadata());
        context.findTypedValueSerializer(value.getClass(), true, property).serialize(value, json, context);
    }
}
