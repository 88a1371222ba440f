package dev.unirow.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads models, and records where the module says so, for any Jackson mapper as {@link Models#from(Class, JsonNode)}
 * does, and into existing ones as {@link Models#patch(Object, JsonNode)} does. Names are the mapper's; rules and
 * problems are ours, whatever the mapper would let pass.
 */
final class ModelDeserializer extends JsonDeserializer<Object> implements ContextualDeserializer {
    private final Class<?> type;
    private final JsonNames names;

    ModelDeserializer() {
        this(Model.class, Json.NAMES);
    }

    private ModelDeserializer(Class<?> type, JsonNames names) {
        this.type = type;
        this.names = names;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new ModelDeserializer(
                context.getContextualType().getRawClass(),
                new JsonNames(Json.CONTENT.getSerializationConfig(), context.getConfig(), taught(context)));
    }

    /** The mapper itself, which may have been taught types that ours does not know. */
    private static @Nullable ObjectMapper taught(DeserializationContext context) {
        return context.getParser() != null && context.getParser().getCodec() instanceof ObjectMapper mapper
                ? mapper
                : null;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Reading reading = new Reading(type, ReadOptions.options(), names, context.getActiveView());
        JsonNode tree = JsonTree.read(parser, reading.problems());
        return type.isRecord() ? RecordReading.read(type, tree, reading) : Making.made(type, tree, reading);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context, Object into) throws IOException {
        if (type.isRecord()) {
            return deserialize(parser, context);
        }
        Problems problems = new Problems(Shape.of(into).type());
        JsonNode tree = JsonTree.read(parser, problems);
        if (problems.count() > 0) {
            throw problems.asException();
        }
        Patching.patch(into, tree, ReadOptions.options(), names, context.getActiveView());
        return into;
    }

    @Override
    public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types)
            throws IOException {
        return types.deserializeTypedFromObject(parser, context);
    }
}
