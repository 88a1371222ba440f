package dev.unirow.model;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unirow.model.internal.Misfit;
import dev.unirow.model.internal.Numbers;
import dev.unirow.model.internal.PropertyPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON of any origin into a tree: what a parser would fail on (a key that comes twice, nesting without end,
 * numbers that would fill the memory, a broken text) becomes a problem with its path.
 */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final Problems problems;
    private PropertyPath at = PropertyPath.ROOT;
    private boolean betweenMembers;

    private JsonTree(Problems problems) {
        this.problems = problems;
    }

    /** The tree of a whole text, or null if it is broken, which is told. */
    static @Nullable JsonNode read(String json, Problems problems) {
        JsonTree tree = new JsonTree(problems);
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            return tree.whole(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read.", e);
        }
    }

    private @Nullable JsonNode whole(JsonParser parser) throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                problems.add(PropertyPath.ROOT, "must be a JSON object, and there is no text", "json");
                return null;
            }
            JsonNode value = value(parser, first, PropertyPath.ROOT, 0);
            at = PropertyPath.ROOT;
            betweenMembers = false;
            if (parser.nextToken() != null) {
                problems.add(PropertyPath.ROOT, "must be one JSON object, and more follows", "json");
                return null;
            }
            return value;
        } catch (StreamConstraintsException e) {
            problems.add(where(parser), "is longer than what is read", "json");
            return null;
        } catch (JsonProcessingException e) {
            // the parser's own words quote the text, which may be secret
            JsonLocation where = e.getLocation();
            String position = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
            problems.add(where(parser), "is malformed JSON" + position, "json");
            return null;
        }
    }

    /** A parser looks at a value before it hands out the name in front of it. */
    private PropertyPath where(JsonParser parser) {
        String name = parser.getParsingContext().getCurrentName();
        return betweenMembers && name != null ? at.child(name) : at;
    }

    /**
     * The value at which a parser stands, which moves to its end.
     *
     * @throws IOException the parser's own, if it is another's
     */
    static JsonNode read(JsonParser parser, Problems problems) throws IOException {
        JsonToken token = parser.hasCurrentToken() ? parser.currentToken() : parser.nextToken();
        // a parser may have been handed over behind the opening brace
        if (token == JsonToken.FIELD_NAME || token == JsonToken.END_OBJECT) {
            return new JsonTree(problems).members(parser, token, PropertyPath.ROOT, 0);
        }
        return token == null
                ? MissingNode.getInstance()
                : new JsonTree(problems).value(parser, token, PropertyPath.ROOT, 0);
    }

    private JsonNode value(JsonParser parser, JsonToken token, PropertyPath path, int level) throws IOException {
        at = path;
        betweenMembers = token == JsonToken.START_OBJECT;
        return switch (token) {
            case START_OBJECT, START_ARRAY -> {
                if (level == Nesting.MOST_LEVELS) {
                    problems.add(path, Nesting.TOO_DEEP, "depth");
                    parser.skipChildren();
                    yield NODES.nullNode();
                }
                yield token == JsonToken.START_OBJECT
                        ? members(parser, parser.nextToken(), path, level)
                        : elements(parser, path, level);
            }
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, token, path);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_EMBEDDED_OBJECT -> embedded(parser.getEmbeddedObject());
            default -> NODES.nullNode();
        };
    }

    private static JsonNode embedded(@Nullable Object value) {
        return value instanceof JsonNode node
                ? node
                : value instanceof byte[] bytes ? NODES.binaryNode(bytes) : NODES.pojoNode(value);
    }

    private ObjectNode members(JsonParser parser, JsonToken first, PropertyPath path, int level) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (JsonToken token = first; token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            PropertyPath below = path.child(name);
            JsonNode value = value(parser, parser.nextToken(), below, level + 1);
            if (object.has(name)) {
                problems.add(below, "is given twice", "duplicate");
            } else {
                object.set(name, value);
            }
            at = path;
            betweenMembers = true;
        }
        return object;
    }

    private ArrayNode elements(JsonParser parser, PropertyPath path, int level) throws IOException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token, path.at(array.size()), level + 1));
            at = path;
            betweenMembers = false;
        }
        return array;
    }

    private JsonNode number(JsonParser parser, JsonToken token, PropertyPath path) throws IOException {
        if (parser.isNaN()) {
            problems.add(path, "must be finite", "type");
            return NODES.nullNode();
        }
        try {
            BigDecimal exact = Numbers.exact(parser.getText());
            return token == JsonToken.VALUE_NUMBER_INT ? whole(exact.toBigIntegerExact()) : NODES.numberNode(exact);
        } catch (Misfit misfit) {
            problems.add(path, misfit);
            return NODES.nullNode();
        }
    }

    /** As small a number as will do, which is what parsers give. */
    private static JsonNode whole(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return NODES.numberNode(number.intValue());
        }
        return number.bitLength() < Long.SIZE ? NODES.numberNode(number.longValue()) : NODES.numberNode(number);
    }
}
