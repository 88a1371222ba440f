package dev.unirow.query;

import dev.unirow.names.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column and an operator written as one name: {@code album__name__iexact}. */
record Lookup(BoundPath path, Operator operator) {
    private static final String SEPARATOR = "__";

    /** @throws IllegalArgumentException if the model has no such column or there is no such operator */
    static Lookup parse(Shape root, String name) {
        List<String> parts = List.of(name.split(SEPARATOR, -1));
        List<Attribute> attributes = new ArrayList<>();
        Shape shape = root;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean last = i == parts.size() - 1;
            if (last && i > 0 && !names(root, attributes, part)) {
                BoundPath path = new BoundPath(root, attributes);
                return new Lookup(path, operator(path, part));
            }
            if (i > 0) {
                shape = BoundPath.next(root, attributes);
            }
            attributes.add(shape.attribute(part));
        }
        return new Lookup(new BoundPath(root, attributes), Operator.EXACT);
    }

    /** An attribute wins over an operator of the same name. */
    private static boolean names(Shape root, List<Attribute> attributes, String part) {
        Attribute last = attributes.get(attributes.size() - 1);
        return switch (last.kind()) {
            case BASIC -> false;
            case COLLECTION -> Operator.ofWord(part).isEmpty();
            case REFERENCE, EMBEDDED ->
                part.equals("pk")
                        || BoundPath.next(root, attributes).find(part) != null
                        || Operator.ofWord(part).isEmpty();
        };
    }

    private static Operator operator(BoundPath path, String word) {
        List<String> known =
                Arrays.stream(Operator.values()).map(Operator::word).toList();
        return Operator.ofWord(word).orElseThrow(() -> {
            String nearest = Nearest.to(word, known);
            return new IllegalArgumentException("'" + word + "' is no operator for " + path + "."
                    + (nearest == null ? "" : " Did you mean '" + nearest + "'?") + " There are: "
                    + String.join(", ", known) + ".");
        });
    }

    Predicate with(@Nullable Object value) {
        return Comparisons.compare(path, operator, values(value));
    }

    private List<@Nullable Object> values(@Nullable Object value) {
        if (operator != Operator.IN && operator != Operator.RANGE) {
            return Collections.singletonList(value);
        }
        List<@Nullable Object> values = new ArrayList<>();
        if (value instanceof Collection<?> given) {
            values.addAll(given);
        } else if (value instanceof Object[] given) {
            values.addAll(Arrays.asList(given));
        } else {
            throw new IllegalArgumentException(
                    "'" + operator.word() + "' on " + path + " needs a collection or an array of values.");
        }
        if (operator == Operator.RANGE && values.size() != 2) {
            throw new IllegalArgumentException("'range' on " + path + " needs two values, the least and the most; "
                    + values.size() + " were given.");
        }
        return values;
    }

    static <T> Condition<T> condition(Map<String, ? extends @Nullable Object> lookups) {
        Map<String, @Nullable Object> kept = Collections.unmodifiableMap(new LinkedHashMap<>(lookups));
        return Condition.of(root -> {
            List<Predicate> all = new ArrayList<>();
            kept.forEach((name, value) -> all.add(parse(root, name).with(value)));
            return Predicate.join(true, all);
        });
    }
}
