package dev.unirow.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/** Writes {@link Changes}: only the keys that say something. */
final class ChangesSerializer extends JsonSerializer<Changes<?>> {

    @Override
    public void serialize(Changes<?> changes, JsonGenerator json, SerializerProvider context) throws IOException {
        if (!(changes instanceof Record record)) {
            context.reportBadDefinition(
                    changes.getClass(), "'" + changes.getClass().getName() + "' has changes, and is no record.");
            return;
        }
        json.writeStartObject(changes);
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = Source.read(record, component);
            if (value != null) {
                json.writeFieldName(name(context, record, component.getName()));
                Object content = value instanceof Optional<?> optional ? optional.orElse(null) : value;
                context.defaultSerializeValue(content, json);
            }
        }
        json.writeEndObject();
    }

    private static String name(SerializerProvider context, Record record, String component) {
        return context.getConfig().introspect(context.constructType(record.getClass())).findProperties().stream()
                .filter(property -> property.getInternalName().equals(component))
                .findFirst()
                .map(BeanPropertyDefinition::getName)
                .orElse(component);
    }
}
