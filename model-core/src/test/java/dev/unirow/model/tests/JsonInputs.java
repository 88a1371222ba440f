package dev.unirow.model.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** JSON that is often right and often nearly so, for a schema that is at hand. */
final class JsonInputs {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final List<String> TEXTS = List.of(
            "", " ", "a", "ab", "abc", "abcd", "abcdef", "\t", "\u00a0", " a ", "OPEN", "CLOSED", "open", "1", "ä");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "2",
            "10",
            "11",
            "-1",
            "-0.0",
            "0.5",
            "9.5",
            "9.49",
            "1.0",
            "1e1",
            "127",
            "128",
            "-128",
            "-129",
            "32767",
            "32768",
            "130",
            "131",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "0.1",
            "1.5",
            "1e-5",
            "123456789012345678901234567890");

    private final Random random;
    private final JsonNode document;

    JsonInputs(Random random, JsonNode document) {
        this.random = random;
        this.document = document;
    }

    /** An object with most of what the schema names. */
    ObjectNode object() {
        return object(document, 0);
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        JsonNode required = schema.path("required");
        boolean careful = random.nextInt(3) > 0;
        schema.path("properties").properties().forEach(entry -> {
            boolean needed =
                    required.valueStream().anyMatch(name -> name.textValue().equals(entry.getKey()));
            if (needed ? careful || random.nextInt(6) > 0 : random.nextInt(depth > 0 ? 6 : 4) == 0) {
                object.set(entry.getKey(), value(entry.getValue(), depth, careful));
            }
        });
        if (random.nextInt(20) == 0) {
            object.set("unknown", any(depth));
        }
        return object;
    }

    private JsonNode value(JsonNode given, int depth, boolean careful) {
        JsonNode schema = resolved(given, depth);
        if (random.nextInt(careful ? 60 : 12) == 0) {
            return any(depth);
        }
        return switch (type(schema)) {
            case "object" -> schema.has("properties") ? object(schema, depth + 1) : map(schema, depth);
            case "array" -> array(schema, depth, careful);
            case "string" ->
                schema.has("enum")
                        ? schema.get("enum")
                                .get(random.nextInt(schema.get("enum").size()))
                        : NODES.textNode(TEXTS.get(careful ? 2 + random.nextInt(3) : random.nextInt(TEXTS.size())));
            case "integer" -> careful ? NODES.numberNode(inside(schema)) : number();
            case "number" -> careful ? NODES.numberNode(new BigDecimal("1.5")) : number();
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            default -> any(depth);
        };
    }

    private int inside(JsonNode schema) {
        boolean negative = schema.path("exclusiveMaximum").asInt(1) == 0
                || schema.path("maximum").asInt(1) == 0;
        return (1 + random.nextInt(3)) * (negative ? -1 : 1);
    }

    private JsonNode resolved(JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            String reference = schema.get("$ref").textValue();
            return depth > 3 ? NODES.objectNode().put("type", "null") : document.at(reference.substring(1));
        }
        if (schema.has("anyOf")) {
            JsonNode either = schema.get("anyOf");
            return resolved(either.get(random.nextInt(either.size())), depth);
        }
        return schema;
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(random.nextInt(8) == 0 ? 1 : 0).textValue() : type.asText();
    }

    private ArrayNode array(JsonNode schema, int depth, boolean careful) {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(value(schema.get("items"), depth + 1, careful));
        }
        return array;
    }

    private ObjectNode map(JsonNode schema, int depth) {
        ObjectNode map = NODES.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.set("k" + i, value(schema.path("additionalProperties"), depth + 1, false));
        }
        return map;
    }

    private JsonNode number() {
        String text = NUMBERS.get(random.nextInt(NUMBERS.size()));
        return text.matches("-?\\d+") ? NODES.numberNode(new BigInteger(text)) : NODES.numberNode(new BigDecimal(text));
    }

    private JsonNode any(int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2, 3 -> number();
            case 4 -> NODES.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 5 -> NODES.arrayNode().add(any(depth + 1));
            default -> NODES.objectNode().set("id", any(depth + 1));
        };
    }
}
