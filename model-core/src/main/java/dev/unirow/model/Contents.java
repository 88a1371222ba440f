package dev.unirow.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.internal.Misfit;
import dev.unirow.model.internal.PropertyPath;
import dev.unirow.model.internal.Scalars;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a JSON column, and the application's own types: converted by Jackson, after a look at what no database
 * would store.
 */
final class Contents {
    private final Problems problems;
    private final @Nullable ObjectMapper taught;

    Contents(Problems problems, @Nullable ObjectMapper taught) {
        this.problems = problems;
        this.taught = taught;
    }

    /** A copy, so that a model never shares what can change with its source. */
    @Nullable Object convert(Object value, JavaType type, PropertyPath path) throws Misfit {
        Class<?> wanted = type.getRawClass();
        boolean json = JsonNode.class.isAssignableFrom(wanted) || type.isContainerType() || wanted == Object.class;
        if (!json && wanted.isInstance(value)) {
            return value;
        }
        int before = problems.count();
        JsonNode tree;
        try {
            tree = Json.tree(value);
        } catch (JsonProcessingException | RuntimeException e) {
            Nesting.check(value, path, problems::add);
            if (problems.count() > before) {
                return null;
            }
            throw new Misfit(kind(wanted));
        }
        Nesting.check(tree, path, problems::add);
        if (problems.count() == before) {
            check(tree, path);
        }
        return problems.count() > before ? null : converted(tree, type, path);
    }

    private @Nullable Object converted(JsonNode tree, JavaType type, PropertyPath path) throws Misfit {
        Class<?> wanted = type.getRawClass();
        try {
            Object converted = Json.convert(tree, type, Json.CONTENT);
            if (wanted.isInstance(converted)) {
                return converted;
            }
        } catch (JsonProcessingException | RuntimeException e) {
            Object known = byTaught(tree, type);
            if (known != null) {
                return known;
            }
            PropertyPath below = e instanceof JsonMappingException mapping ? below(path, mapping) : path;
            if (!below.equals(path)) {
                // the parser's words would quote the value
                problems.add(below, "does not fit", "type");
                return null;
            }
        }
        throw new Misfit(kind(wanted));
    }

    private @Nullable Object byTaught(JsonNode tree, JavaType type) {
        try {
            return taught == null ? null : Json.convert(tree, type, taught);
        } catch (JsonProcessingException | RuntimeException e) {
            // what ours said stands
            return null;
        }
    }

    private static PropertyPath below(PropertyPath path, JsonMappingException e) {
        PropertyPath below = path;
        for (JsonMappingException.Reference step : e.getPath()) {
            below = step.getFieldName() != null ? below.child(step.getFieldName()) : below.at(step.getIndex());
        }
        return below;
    }

    private void check(JsonNode node, PropertyPath path) {
        if (node.isTextual()) {
            text(node.textValue(), path);
        } else if (node.isNumber() && !isReasonable(node)) {
            problems.add(path, "must be finite", "type");
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), path.at(i));
            }
        } else {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                PropertyPath below = path.child(member.getKey());
                text(member.getKey(), below);
                check(member.getValue(), below);
            }
        }
    }

    private void text(String text, PropertyPath path) {
        try {
            Scalars.requireStorable(text);
        } catch (Misfit misfit) {
            problems.add(path, misfit);
        }
    }

    /** What lies in a JSON column is a double, unless it is a whole number. */
    private static boolean isReasonable(JsonNode number) {
        if (number.isBigDecimal()) {
            BigDecimal exact = number.decimalValue();
            return Math.abs((long) exact.precision() - exact.scale()) <= 308;
        }
        return number.isBigInteger() || Double.isFinite(number.doubleValue());
    }

    private static String kind(Class<?> wanted) {
        if (Map.class.isAssignableFrom(wanted)) {
            return "must be an object";
        }
        return Iterable.class.isAssignableFrom(wanted) || wanted.isArray()
                ? "must be an array of fitting elements"
                : "does not fit the type '" + wanted.getSimpleName() + "'";
    }
}
