package dev.unirow.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Models and values as text, in the manner of records. Other models appear with their key only, so that no cycle can arise. */
final class Printed {

    private static final String SPARSE = " [sparse]";

    private Printed() {}

    static String model(Object model) {
        Shape shape = Shape.of(model);
        if (!Sight.REFERENCES.isLoaded(model)) {
            return reference(model);
        }
        Object target = Sight.REFERENCES.unproxy(model);
        StringJoiner parts = new StringJoiner(", ", Shape.of(target).name() + "(", ")");
        for (Property property : Shape.of(target).properties()) {
            if (!property.secret()
                    && !property.ofModels()
                    && property.isLoadedIn(target)
                    && SetRule.isSet(shape, property, target)) {
                parts.add(property.name() + "=" + value(property.read(target)));
            }
        }
        return parts.toString();
    }

    private static String reference(Object model) {
        boolean loaded = Sight.REFERENCES.isLoaded(model);
        Shape shape = loaded ? Shape.of(Sight.REFERENCES.unproxy(model)) : Shape.of(model);
        Object key = Key.of(model);
        List<Property> ids = shape.ids();
        String parts = "";
        if (key != null) {
            parts = ids.size() == 1 ? ids.get(0).name() + "=" + value(key) : keyParts(ids, key);
        }
        return shape.name() + "(" + parts + ")" + (loaded ? "" : SPARSE);
    }

    private static String keyParts(List<Property> ids, Object key) {
        if (key instanceof List<?> values) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                parts.add(ids.get(i).name() + "=" + value(values.get(i)));
            }
            return String.join(", ", parts);
        }
        return ShapeReader.read(key.getClass()).properties().stream()
                .map(part -> part.name() + "=" + value(part.read(key)))
                .collect(Collectors.joining(", "));
    }

    private static String value(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof CharSequence text) {
            return quoted(text);
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof Model || isEntity(value)) {
            return reference(value);
        } else if (isEmbedded(value)) {
            return embedded(value);
        } else if (value instanceof Collection<?> values) {
            return values.stream().map(Printed::value).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> value(entry.getKey()) + "=" + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value.getClass().isArray()) {
            Class<?> element = value.getClass().getComponentType();
            return element.getSimpleName() + "[" + Array.getLength(value) + "]";
        }
        return value.toString();
    }

    private static boolean isEntity(Object value) {
        for (Class<?> at = value.getClass(); at != null; at = at.getSuperclass()) {
            if (at.isAnnotationPresent(Entity.class)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEmbedded(Object value) {
        return value instanceof Record || value.getClass().isAnnotationPresent(Embeddable.class);
    }

    private static String embedded(Object value) {
        Shape shape = Shape.of(value);
        return shape.properties().stream()
                .filter(part -> !part.secret())
                .filter(part -> part.read(value) != null)
                .map(part -> part.name() + "=" + value(part.read(value)))
                .collect(Collectors.joining(", ", shape.name() + "(", ")"));
    }

    private static String quoted(CharSequence text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
