package dev.unirow.model;

import com.fasterxml.jackson.databind.JavaType;
import dev.unirow.model.internal.Lenient;
import dev.unirow.model.internal.MapKeys;
import dev.unirow.model.internal.Misfit;
import dev.unirow.model.internal.PropertyPath;
import dev.unirow.model.internal.Scalars;
import dev.unirow.model.internal.Sight;
import jakarta.persistence.MapKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what was given into the type of its property. */
final class Values {
    private final Reading reading;
    private final Problems problems;
    private final boolean lenient;
    private final Contents contents;

    Values(Reading reading, Problems problems, boolean lenient, Contents contents) {
        this.reading = reading;
        this.problems = problems;
        this.lenient = lenient;
        this.contents = contents;
    }

    @Nullable Object of(Property property, @Nullable Object raw, PropertyPath path) throws Misfit {
        JavaType type = property.type();
        Object given = raw == null || !lenient || property.kind() != Property.Kind.BASIC
                ? raw
                : Lenient.eased(raw, type, property.isNullable());
        if (given == null) {
            if (type.isPrimitive()) {
                throw new Misfit("must not be null");
            }
            return null;
        }
        return switch (property.kind()) {
            case BASIC -> plain(type, given, path);
            case EMBEDDED -> reading.embedded(type.getRawClass(), given, path);
            case REFERENCE -> reading.reference(type.getRawClass(), given, path);
            case COLLECTION -> property.ofModels() ? models(property, given, path) : stored(type, given, path);
        };
    }

    private @Nullable Object plain(JavaType type, Object raw, PropertyPath path) throws Misfit {
        if (Scalars.knows(type)) {
            return Scalars.convert(raw, type);
        } else if (isCollection(type) && isWalked(type.getContentType())) {
            return elements(type, raw, path);
        } else if (type.isMapLikeType()
                && type.getKeyType().hasRawClass(String.class)
                && type.getRawClass().isAssignableFrom(LinkedHashMap.class)
                && isWalked(type.getContentType())) {
            return entries(type, raw, path);
        }
        return contents.convert(raw, type, path);
    }

    /** A collection with a table of its own, which has no row for null. */
    private @Nullable Object stored(JavaType type, Object raw, PropertyPath path) throws Misfit {
        Object read = plain(type, raw, path);
        if (read instanceof Collection<?> elements) {
            int index = 0;
            Iterable<? extends @Nullable Object> given = Source.elements(raw);
            for (Object element : given == null ? elements : given) {
                if (element == null) {
                    problems.add(path.at(index), "must not be null", "type");
                }
                index++;
            }
        }
        return read;
    }

    /** Whether elements are read one by one, each with its own problem. */
    private static boolean isWalked(JavaType element) {
        return Scalars.knows(element)
                || Shape.isEmbeddable(element.getRawClass())
                || (isCollection(element) && isWalked(element.getContentType()));
    }

    private static boolean isCollection(JavaType type) {
        return type.isCollectionLikeType()
                && (type.getRawClass().isAssignableFrom(ArrayList.class)
                        || type.getRawClass().isAssignableFrom(LinkedHashSet.class));
    }

    private @Nullable Object element(JavaType type, Object given, PropertyPath path) throws Misfit {
        Object raw = lenient ? Lenient.eased(given, type, true) : given;
        if (raw == null) {
            return null;
        }
        return Shape.isEmbeddable(type.getRawClass())
                ? reading.embedded(type.getRawClass(), raw, path)
                : plain(type, raw, path);
    }

    private Collection<@Nullable Object> elements(JavaType type, Object raw, PropertyPath path) throws Misfit {
        Iterable<? extends @Nullable Object> given = Source.elements(raw);
        if (given == null) {
            throw new Misfit("must be an array");
        }
        Collection<@Nullable Object> elements = collection(type);
        int index = 0;
        for (Object element : given) {
            PropertyPath at = path.at(index++);
            try {
                Object value = element == null ? null : element(type.getContentType(), element, at);
                if (!elements.add(value)) {
                    problems.add(at, "is in the set already", "duplicate");
                }
            } catch (Misfit misfit) {
                problems.add(at, misfit);
            }
        }
        return elements;
    }

    private Map<String, @Nullable Object> entries(JavaType type, Object raw, PropertyPath path) throws Misfit {
        Source given = Source.nested(raw);
        if (given == null) {
            throw new Misfit("must be an object");
        }
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        given.values().forEach((key, value) -> {
            PropertyPath at = path.child(key);
            try {
                Scalars.requireStorable(key);
                entries.put(key, value == null ? null : element(type.getContentType(), value, at));
            } catch (Misfit misfit) {
                problems.add(at, misfit);
            }
        });
        return entries;
    }

    private Object models(Property property, Object raw, PropertyPath path) throws Misfit {
        JavaType type = property.type();
        if (type.isMapLikeType()) {
            return keyedModels(property, raw, path);
        }
        Iterable<? extends @Nullable Object> given = Source.elements(raw);
        if (given == null) {
            throw new Misfit("must be an array");
        }
        Collection<Object> models = collection(type);
        int index = 0;
        for (Object element : given) {
            PropertyPath at = path.at(index++);
            if (element == null) {
                problems.add(at, "must not be null", "type");
                continue;
            }
            try {
                models.add(reading.reference(type.getContentType().getRawClass(), element, at));
            } catch (Misfit misfit) {
                problems.add(at, misfit);
            }
        }
        return models;
    }

    private Map<Object, Object> keyedModels(Property property, Object raw, PropertyPath path) throws Misfit {
        Source object = Source.nested(raw);
        if (object == null || object.whole()) {
            throw new Misfit("must be an object");
        }
        // keys of a map keep their types
        Map<?, ? extends @Nullable Object> given = raw instanceof Map<?, ?> map ? map : object.values();
        Map<Object, Object> models = new LinkedHashMap<>();
        given.forEach((key, element) -> {
            PropertyPath at = path.at(String.valueOf(key));
            try {
                if (key == null || element == null) {
                    throw new Misfit(key == null ? "must have a key" : "must not be null");
                }
                Object model =
                        reading.reference(property.type().getContentType().getRawClass(), element, at);
                Object wanted = MapKeys.read(key, property.type().getKeyType());
                requireOwnKey(property, wanted, model);
                if (models.putIfAbsent(wanted, model) != null) {
                    throw new Misfit("is under a key that is given twice");
                }
            } catch (Misfit misfit) {
                problems.add(at, misfit);
            }
        });
        return models;
    }

    /** A key that is a property of the model below is not stored: another one would be lost. */
    private static void requireOwnKey(Property property, Object key, Object model) throws Misfit {
        MapKey mapped = property.annotation(MapKey.class);
        Object target = Sight.REFERENCES.unproxy(model);
        Shape shape = Shape.of(target);
        if (mapped == null || !Sight.REFERENCES.isLoaded(target) || KeyOnly.is(shape, target)) {
            return;
        }
        Property own =
                mapped.name().isEmpty() && shape.ids().size() == 1 ? shape.ids().get(0) : shape.find(mapped.name());
        Object value = own == null ? null : own.read(target);
        if (own != null && value != null && !value.equals(key)) {
            throw new Misfit("is under another key than its '" + own.name() + "'");
        }
    }

    private static <T extends @Nullable Object> Collection<T> collection(JavaType type) {
        return Set.class.isAssignableFrom(type.getRawClass()) ? new LinkedHashSet<>() : new ArrayList<>();
    }
}
