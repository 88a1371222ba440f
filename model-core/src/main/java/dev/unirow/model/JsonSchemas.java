package dev.unirow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.unirow.model.internal.PlainTypes;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One document of JSON Schema: models are described as reading sees them, the application's own types in them by the
 * generator.
 */
final class JsonSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String path;
    private final @Nullable Shape main;
    private final SchemaBuilder builder = generator().buildMultipleSchemaDefinitions();
    private final Map<Shape, String> names = new LinkedHashMap<>();
    private final Deque<Shape> waiting = new ArrayDeque<>();

    /** @param main the model whose schema is the document itself */
    private JsonSchemas(String path, @Nullable Shape main) {
        this.path = path;
        this.main = main;
    }

    static JsonNode of(Shape shape) {
        JsonSchemas schemas = new JsonSchemas("$defs", shape);
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
        schema.put("title", shape.name());
        schema.setAll(new ModelSchema(schemas).object(shape));
        ObjectNode below = schemas.definitions();
        if (!below.isEmpty()) {
            schema.set("$defs", below);
        }
        return schema;
    }

    static JsonNode components(Collection<Class<?>> types) {
        JsonSchemas schemas = new JsonSchemas("components/schemas", null);
        types.forEach(type -> schemas.name(Shape.of(type)));
        ObjectNode document = NODES.objectNode();
        document.putObject("components").set("schemas", schemas.definitions());
        return document;
    }

    /** A reference to the schema of a model, which will be among the definitions. */
    ObjectNode reference(Shape shape) {
        ObjectNode reference = NODES.objectNode();
        if (main != null && main.type() == shape.type()) {
            return reference.put("$ref", "#");
        }
        return reference.put("$ref", "#/" + path + "/" + name(shape));
    }

    @CanIgnoreReturnValue
    private String name(Shape shape) {
        String name = names.get(shape);
        if (name == null) {
            name = shape.name();
            for (int i = 2; names.containsValue(name); i++) {
                name = shape.name() + i;
            }
            names.put(shape, name);
            waiting.add(shape);
        }
        return name;
    }

    /** A reference to the schema of a type of the application's own, filled in when the definitions are asked for. */
    ObjectNode own(Class<?> type) {
        return builder.createSchemaReference(type);
    }

    private ObjectNode definitions() {
        ObjectNode definitions = NODES.objectNode();
        for (Shape next = waiting.poll(); next != null; next = waiting.poll()) {
            definitions.set(Objects.requireNonNull(names.get(next)), new ModelSchema(this).object(next));
        }
        ObjectNode own = builder.collectDefinitions(path);
        own.properties().forEach(entry -> definitions.set(entry.getKey(), entry.getValue()));
        return definitions;
    }

    private SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Json.CONTENT, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(
                        JacksonOption.RESPECT_JSONPROPERTY_ORDER,
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(new JakartaValidationModule(
                        JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED,
                        JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS))
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.PLAIN_DEFINITION_KEYS);
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            ObjectNode text = PlainTypes.text(type.getErasedType());
            return text == null ? null : new CustomDefinition(text, DefinitionType.INLINE, AttributeInclusion.YES);
        });
        // a model within a type of the application's own
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> Shape.isEntity(type.getErasedType())
                        ? new CustomDefinition(
                                reference(Shape.of(type.getErasedType())), DefinitionType.INLINE, AttributeInclusion.NO)
                        : null);
        // what is private is in no schema of the application's own types, as it is in no dump of them
        config.forFields().withIgnoreCheck(field -> field.getAnnotation(Private.class) != null);
        return new SchemaGenerator(config.build());
    }
}
