package dev.unirow.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads models for any Jackson mapper as {@link Models#from(Class, JsonNode)} does, and into existing ones as {@link Models#patch(Object, JsonNode)} does. */
final class ModelDeserializer extends JsonDeserializer<Model> implements ContextualDeserializer {

    private final Class<?> type;

    ModelDeserializer() {
        this(Model.class);
    }

    private ModelDeserializer(Class<?> type) {
        this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new ModelDeserializer(context.getContextualType().getRawClass());
    }

    @Override
    public Model deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return (Model) Models.from(type, tree(parser));
    }

    @Override
    public Model deserialize(JsonParser parser, DeserializationContext context, Model into) throws IOException {
        Models.patch(into, tree(parser));
        return into;
    }

    private static JsonNode tree(JsonParser parser) throws IOException {
        JsonNode tree = Json.WITHIN.readTree(parser);
        if (tree == null) {
            throw JsonMappingException.from(parser, "A model is a JSON object, and there is none.");
        }
        return tree;
    }
}
