package dev.unirow.model;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unirow.model.internal.PlainTypes;
import dev.unirow.model.internal.SchemaConstraints;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes one model, or an embedded value, as the object that reading accepts. */
final class ModelSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonSchemas others;

    ModelSchema(JsonSchemas others) {
        this.others = others;
    }

    ObjectNode object(Shape shape) {
        return object(shape, true);
    }

    /**
     * @param judged whether the constraints of the parts are: an embedded value's are below
     *     {@link jakarta.validation.Valid} only
     */
    private ObjectNode object(Shape shape, boolean judged) {
        ObjectNode schema = NODES.objectNode();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        Map<Property, String> readable = readable(shape);
        for (JsonNames.Written written : Json.NAMES.written(shape)) {
            Property property = written.property();
            String name = readable.getOrDefault(property, written.hidden() ? null : written.name());
            if (name != null) {
                properties.set(name, described(shape, property, judged, !readable.containsKey(property)));
                if (isRequired(shape, property, judged) && readable.containsKey(property)) {
                    required.add(name);
                }
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", Json.NAMES.read(shape).passesOverUnknown());
        return schema;
    }

    private static Map<Property, String> readable(Shape shape) {
        Map<Property, String> readable = new HashMap<>();
        Json.NAMES.read(shape).byName().forEach((name, property) -> {
            if (property != null) {
                readable.putIfAbsent(property, name);
            }
        });
        return readable;
    }

    /** What has no default and cannot be null must be given; a reference can be set until its model is written. */
    private static boolean isRequired(Shape shape, Property property, boolean judged) {
        if (property.type().isPrimitive()) {
            return property.mustBeGiven(shape);
        }
        Object otherwise = shape.type().isRecord() ? null : shape.fresh().valueOf(property);
        return property.kind() != Property.Kind.REFERENCE
                && !isNullable(property, judged)
                && !isGiven(property)
                && otherwise == null;
    }

    private static boolean isNullable(Property property, boolean judged) {
        return judged ? property.isNullable() : !property.type().isPrimitive();
    }

    private static boolean isGiven(Property property) {
        return property.generated() || property.version();
    }

    private JsonNode described(Shape shape, Property property, boolean judged, boolean readOnly) {
        Set<ConstraintDescriptor<?>> constraints = Validation.constraints(shape.type(), property.name());
        ObjectNode described = kind(shape, property);
        if (judged) {
            SchemaConstraints.add(described, constraints);
        }
        ObjectNode whole = isNullable(property, judged)
                        || (isGiven(property) && !property.type().isPrimitive())
                ? orNull(described)
                : described;
        if (readOnly || isGiven(property)) {
            whole.put("readOnly", true);
        }
        if (property.secret()) {
            whole.put("writeOnly", true);
        }
        return whole;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        JsonNode type = schema.get("type");
        if (schema.has("enum")) {
            ((ArrayNode) schema.get("enum")).addNull();
        }
        if (type != null && type.isTextual()) {
            schema.putArray("type").add(type.textValue()).add("null");
            return schema;
        } else if (schema.isEmpty()) {
            // anything, null too
            return schema;
        } else if (schema.has("anyOf")) {
            ((ArrayNode) schema.get("anyOf")).addObject().put("type", "null");
            return schema;
        }
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private ObjectNode kind(Shape shape, Property property) {
        JavaType type = property.type();
        return switch (property.kind()) {
            case REFERENCE -> reference(type.getRawClass());
            case EMBEDDED -> object(Shape.of(property, type.getRawClass()), Validation.isCascaded(property));
            case COLLECTION ->
                property.ofModels()
                        ? models(type, reference(type.getContentType().getRawClass()))
                        : plain(type, new Element(shape, property), false);
            case BASIC ->
                Json.NAMES.read(shape).values().containsKey(property)
                        ? type.isEnumType() ? own(type) : NODES.objectNode()
                        : plain(type, new Element(shape, property), true);
        };
    }

    /** A whole new model, an object with the key alone, or the key. */
    private ObjectNode reference(Class<?> type) {
        Shape shape = Shape.of(type);
        ObjectNode schema = NODES.objectNode();
        ArrayNode either = schema.putArray("anyOf");
        either.add(others.reference(shape));
        ObjectNode key = either.addObject().put("type", "object");
        ObjectNode parts = key.putObject("properties");
        ArrayNode required = key.putArray("required");
        key.put("additionalProperties", false);
        Map<Property, String> names = readable(shape);
        for (Property id : shape.ids()) {
            ObjectNode part = kind(shape, id);
            parts.set(names.getOrDefault(id, id.name()), part);
            required.add(names.getOrDefault(id, id.name()));
            if (shape.ids().size() == 1 && id.kind() == Property.Kind.BASIC) {
                either.add(part.deepCopy());
            }
        }
        return schema;
    }

    private ObjectNode plain(JavaType type, Element element, boolean nullElements) {
        ObjectNode known = PlainTypes.schema(type);
        ObjectNode text = PlainTypes.text(type.getRawClass());
        if (known != null) {
            return known;
        } else if (text != null) {
            return text;
        } else if (type.isCollectionLikeType() || type.isArrayType()) {
            ObjectNode items = element(type.getContentType(), element, nullElements);
            return array(items, type);
        } else if (type.isMapLikeType()) {
            ObjectNode schema = NODES.objectNode().put("type", "object");
            if (!type.getContentType().hasRawClass(Object.class)) {
                schema.set("additionalProperties", element(type.getContentType(), element, nullElements));
            }
            return schema;
        } else if (type.hasRawClass(Object.class) || JsonNode.class.isAssignableFrom(type.getRawClass())) {
            return NODES.objectNode();
        }
        return own(type);
    }

    /** The application's own: the generator fills its node in later. */
    private ObjectNode own(JavaType type) {
        ObjectNode own = NODES.objectNode();
        own.putArray("anyOf").add(others.own(type.getRawClass()));
        return own;
    }

    /** What is said of the elements of a container. */
    private record Element(boolean cascaded, @Nullable ContainerElementTypeDescriptor descriptor) {
        Element(Shape shape, Property property) {
            this(Validation.isCascaded(property), Validation.elements(shape.type(), property.name()));
        }

        Set<ConstraintDescriptor<?>> constraints() {
            return descriptor == null ? Set.of() : descriptor.getConstraintDescriptors();
        }

        Element below() {
            return new Element(cascaded, descriptor == null ? null : Validation.element(descriptor));
        }
    }

    private ObjectNode element(JavaType type, Element element, boolean nullable) {
        ObjectNode schema = Shape.isEmbeddable(type.getRawClass())
                ? object(Shape.of(type.getRawClass()), element.cascaded())
                : plain(type, element.below(), true);
        Set<ConstraintDescriptor<?>> constraints = element.constraints();
        SchemaConstraints.add(schema, constraints);
        return nullable && !SchemaConstraints.forbidNull(constraints) ? orNull(schema) : schema;
    }

    private static ObjectNode models(JavaType type, ObjectNode model) {
        if (!type.isMapLikeType()) {
            return array(model, type);
        }
        ObjectNode schema = NODES.objectNode().put("type", "object");
        schema.set("additionalProperties", model);
        return schema;
    }

    private static ObjectNode array(ObjectNode items, JavaType type) {
        ObjectNode schema = NODES.objectNode().put("type", "array");
        schema.set("items", items);
        return Set.class.isAssignableFrom(type.getRawClass()) ? schema.put("uniqueItems", true) : schema;
    }
}
