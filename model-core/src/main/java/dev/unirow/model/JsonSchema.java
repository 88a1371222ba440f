package dev.unirow.model;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes the JSON Schema of one model. */
final class JsonSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<Class<?>> INTEGERS = Set.of(
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            BigInteger.class,
            byte.class,
            short.class,
            int.class,
            long.class);
    private static final Set<Class<?>> NUMBERS =
            Set.of(Float.class, Double.class, BigDecimal.class, float.class, double.class);
    private static final Map<Class<?>, String> FORMATS = Map.of(
            LocalDate.class, "date",
            LocalTime.class, "time",
            LocalDateTime.class, "date-time",
            Instant.class, "date-time",
            OffsetDateTime.class, "date-time",
            ZonedDateTime.class, "date-time",
            Duration.class, "duration",
            UUID.class, "uuid");

    private final Map<Class<?>, ObjectNode> below = new LinkedHashMap<>();

    JsonNode of(Shape shape) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", shape.name());
        schema.setAll(object(shape, true));
        if (!below.isEmpty()) {
            ObjectNode defs = schema.putObject("$defs");
            below.forEach((type, definition) -> defs.set(type.getSimpleName(), definition));
        }
        return schema;
    }

    private ObjectNode object(Shape shape, boolean whole) {
        ObjectNode schema = NODES.objectNode();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        for (Property property : shape.properties()) {
            Set<ConstraintDescriptor<?>> constraints = Validation.constraints(shape.type(), property.name());
            boolean given = property.generated() || property.version();
            boolean nullable = isNullable(property, constraints) || given;
            ObjectNode described = described(property);
            SchemaConstraints.add(described, constraints);
            if (given) {
                described.put("readOnly", true);
            }
            if (property.secret()) {
                described.put("writeOnly", true);
            }
            properties.set(property.jsonName(), nullable ? orNull(described) : described);
            boolean hasDefault = !shape.type().isRecord() && shape.fresh().valueOf(property) != null;
            if (!nullable && !hasDefault) {
                required.add(property.jsonName());
            }
        }
        if (whole && !required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static boolean isNullable(Property property, Set<ConstraintDescriptor<?>> constraints) {
        if (property.type().isPrimitive() || property.id() || SchemaConstraints.forbidNull(constraints)) {
            return false;
        }
        Column column = property.annotation(Column.class);
        JoinColumn join = property.annotation(JoinColumn.class);
        ManyToOne many = property.annotation(ManyToOne.class);
        OneToOne one = property.annotation(OneToOne.class);
        return (column == null || column.nullable())
                && (join == null || join.nullable())
                && (many == null || many.optional())
                && (one == null || one.optional());
    }

    private static ObjectNode orNull(ObjectNode schema) {
        JsonNode type = schema.get("type");
        if (schema.has("enum")) {
            ((ArrayNode) schema.get("enum")).addNull();
        }
        if (type != null && type.isTextual()) {
            schema.putArray("type").add(type.textValue()).add("null");
            return schema;
        }
        if (schema.has("$ref")) {
            ObjectNode either = NODES.objectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        return schema;
    }

    private ObjectNode described(Property property) {
        JavaType type = property.type();
        return switch (property.kind()) {
            case REFERENCE -> reference(type.getRawClass());
            case EMBEDDED -> object(Shape.of(type.getRawClass()), true);
            case COLLECTION ->
                property.ofModels() && type.isCollectionLikeType()
                        ? array(reference(type.getContentType().getRawClass()), type)
                        : plain(type);
            case BASIC -> plain(type);
        };
    }

    private ObjectNode reference(Class<?> type) {
        Shape shape = Shape.of(type);
        if (!below.containsKey(shape.type())) {
            below.put(shape.type(), NODES.objectNode());
            // a reference may be no more than its key, so that nothing else is required
            below.put(shape.type(), object(shape, false));
        }
        return NODES.objectNode().put("$ref", "#/$defs/" + shape.name());
    }

    private ObjectNode plain(JavaType type) {
        Class<?> raw = type.getRawClass();
        ObjectNode schema = NODES.objectNode();
        if (INTEGERS.contains(raw)) {
            return schema.put("type", "integer");
        } else if (NUMBERS.contains(raw)) {
            return schema.put("type", "number");
        } else if (raw == Boolean.class || raw == boolean.class) {
            return schema.put("type", "boolean");
        } else if (FORMATS.containsKey(raw)) {
            return schema.put("type", "string").put("format", FORMATS.get(raw));
        } else if (raw == byte[].class) {
            return schema.put("type", "string").put("contentEncoding", "base64");
        } else if (raw.isEnum()) {
            ArrayNode names = schema.put("type", "string").putArray("enum");
            List.of(raw.getEnumConstants()).forEach(constant -> names.add(((Enum<?>) constant).name()));
            return schema;
        } else if (CharSequence.class.isAssignableFrom(raw) || raw == Character.class || raw == char.class) {
            return schema.put("type", "string");
        } else if (type.isCollectionLikeType() || type.isArrayType()) {
            return array(element(type.getContentType()), type);
        } else if (type.isMapLikeType()) {
            return schema.put("type", "object");
        }
        // the application's own types and free JSON: anything
        return schema;
    }

    private ObjectNode element(JavaType type) {
        boolean embedded = type.getRawClass().isAnnotationPresent(Embeddable.class);
        return embedded ? object(Shape.of(type.getRawClass()), true) : plain(type);
    }

    private static ObjectNode array(ObjectNode items, JavaType type) {
        ObjectNode schema = NODES.objectNode().put("type", "array");
        schema.set("items", items);
        return Set.class.isAssignableFrom(type.getRawClass()) ? schema.put("uniqueItems", true) : schema;
    }
}
