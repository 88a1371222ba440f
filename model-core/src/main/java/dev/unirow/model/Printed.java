package dev.unirow.model;

import dev.unirow.model.internal.Sight;
import dev.unirow.model.spi.MappedClass;
import jakarta.persistence.Embeddable;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Models and values as text, in the manner of records. Other models appear with their key only, and a container within
 * itself as three dots, so that every text comes to an end.
 */
final class Printed {
    private static final String SPARSE = " [sparse]";

    private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());

    private Printed() {}

    static String model(Object model) {
        return new Printed().text(model);
    }

    private String text(Object model) {
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
                parts.add(property.name() + "=" + value(property, property.read(target)));
            }
        }
        return parts.toString();
    }

    private String reference(Object model) {
        boolean loaded = Sight.REFERENCES.isLoaded(model);
        Shape shape = loaded ? Shape.of(Sight.REFERENCES.unproxy(model)) : Shape.of(model);
        Object key = Key.of(model);
        List<Property> ids = shape.ids();
        String parts = "";
        if (key != null) {
            parts = ids.size() == 1 ? ids.get(0).name() + "=" + value(ids.get(0), key) : keyParts(ids, key);
        }
        return shape.name() + "(" + parts + ")" + (loaded ? "" : SPARSE);
    }

    private String keyParts(List<Property> ids, Object key) {
        if (key instanceof List<?> values) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                parts.add(ids.get(i).name() + "=" + value(ids.get(i), values.get(i)));
            }
            return String.join(", ", parts);
        }
        return Shape.ofKey(ids, key.getClass()).properties().stream()
                .map(part -> part.name() + "=" + value(part, part.read(key)))
                .collect(Collectors.joining(", "));
    }

    private String value(Property property, @Nullable Object value) {
        if (value == null) {
            return "null";
        }
        boolean container = value instanceof Collection<?> || value instanceof Map<?, ?> || isEmbedded(value);
        if (!container) {
            return plain(value);
        } else if (around.size() >= Nesting.MOST_LEVELS || !around.add(value)) {
            return "...";
        }
        String text = contents(property, value);
        around.remove(value);
        return text;
    }

    private String contents(Property property, Object container) {
        if (container instanceof Collection<?> values) {
            return values.stream().map(each -> value(property, each)).collect(Collectors.joining(", ", "[", "]"));
        } else if (container instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> value(property, entry.getKey()) + "=" + value(property, entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return embedded(property, container);
    }

    private String plain(Object value) {
        if (value instanceof CharSequence text) {
            return quoted(text);
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof Model || isEntity(value)) {
            return reference(value);
        } else if (value.getClass().isArray()) {
            Class<?> element = value.getClass().getComponentType();
            return element.getSimpleName() + "[" + Array.getLength(value) + "]";
        }
        return value.toString();
    }

    private static boolean isEntity(Object value) {
        return MappedClass.model(value.getClass()) != null;
    }

    private static boolean isEmbedded(Object value) {
        return value instanceof Record || value.getClass().isAnnotationPresent(Embeddable.class);
    }

    private String embedded(Property property, Object value) {
        Shape shape = Shape.of(property, value.getClass());
        return shape.properties().stream()
                .filter(part -> !part.secret() && part.isLoadedIn(value))
                .filter(part -> part.read(value) != null)
                .map(part -> part.name() + "=" + value(part, part.read(value)))
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
