package dev.unirow.model;

import com.fasterxml.jackson.databind.JavaType;
import dev.unirow.model.internal.Lenient;
import dev.unirow.model.internal.MapKeys;
import dev.unirow.model.internal.Misfit;
import dev.unirow.model.internal.PropertyPath;
import dev.unirow.model.internal.Scalars;
import dev.unirow.model.internal.Sight;
import jakarta.persistence.MapKey;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        if (reading.records() != null && property.reader().getDeclaringClass().isRecord()) {
            return component(property, raw, path);
        }
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
            case EMBEDDED -> reading.embedded(Shape.of(property, type.getRawClass()), given, path);
            case REFERENCE -> reading.reference(type.getRawClass(), given, path);
            case COLLECTION -> property.ofModels() ? models(property, given, path) : stored(type, given, path);
        };
    }

    /** Of a record that is read itself: by its type alone, whatever a mapping would say of it. */
    private @Nullable Object component(Property property, @Nullable Object raw, PropertyPath path) throws Misfit {
        JavaType type = property.type();
        boolean isOptional = type.hasRawClass(Optional.class);
        JavaType content = isOptional ? type.containedTypeOrUnknown(0) : type;
        Object given = raw == null || !lenient ? raw : Lenient.eased(raw, content, property.isNullable());
        if (given == null && type.isPrimitive()) {
            throw new Misfit("must not be null");
        }
        Object value = given == null ? null : whole(content, given, path);
        return isOptional ? Optional.ofNullable(value) : value;
    }

    /** An object with parts, or a plain value. */
    private @Nullable Object whole(JavaType type, Object given, PropertyPath path) throws Misfit {
        RecordReading records = reading.records();
        if (records != null && RecordReading.reads(type)) {
            return records.below(type, given, path);
        }
        return Shape.isEmbeddable(type.getRawClass())
                ? reading.embedded(Shape.of(type.getRawClass()), given, path)
                : plain(type, given, path);
    }

    private @Nullable Object plain(JavaType type, Object raw, PropertyPath path) throws Misfit {
        if (Scalars.knows(type)) {
            return Scalars.convert(raw, type);
        } else if (isCollection(type) && isWalked(type.getContentType())) {
            return elements(type, raw, path);
        } else if (isMap(type) && isWalked(type.getContentType())) {
            return entries(type, raw, path);
        } else if (reading.records() != null && RecordReading.isArray(type) && isWalked(type.getContentType())) {
            return array(type, raw, path);
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
    private boolean isWalked(JavaType element) {
        if (reading.records() != null) {
            return RecordReading.isWalked(element);
        }
        return Scalars.knows(element)
                || Shape.isEmbeddable(element.getRawClass())
                || (isCollection(element) && isWalked(element.getContentType()));
    }

    private boolean isMap(JavaType type) {
        return type.isMapLikeType()
                && type.getRawClass().isAssignableFrom(LinkedHashMap.class)
                && (reading.records() != null
                        ? Scalars.knows(type.getKeyType())
                        : type.getKeyType().hasRawClass(String.class));
    }

    private static boolean isCollection(JavaType type) {
        return type.isCollectionLikeType()
                && (type.getRawClass().isAssignableFrom(ArrayList.class)
                        || type.getRawClass().isAssignableFrom(LinkedHashSet.class));
    }

    private @Nullable Object element(JavaType type, Object given, PropertyPath path) throws Misfit {
        Object raw = lenient ? Lenient.eased(given, type, true) : given;
        return raw == null ? null : whole(type, raw, path);
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
                if (element == null && type.getContentType().isPrimitive()) {
                    throw new Misfit("must not be null");
                }
                Object value = element == null ? null : element(type.getContentType(), element, at);
                boolean isUnmade = value == null && element != null; // which has been told
                if (!elements.add(value) && !isUnmade) {
                    problems.add(at, "is in the set already", "duplicate");
                }
            } catch (Misfit misfit) {
                problems.add(at, misfit);
                if (elements instanceof List<?>) {
                    elements.add(null); // the others keep their positions, and the list its size
                }
            }
        }
        return elements;
    }

    private Object array(JavaType type, Object raw, PropertyPath path) throws Misfit {
        if (type.getContentType().isPrimitive() && type.getRawClass().isInstance(raw)) {
            return raw;
        }
        Collection<@Nullable Object> elements = elements(type, raw, path);
        JavaType content = type.getContentType();
        Object array = Array.newInstance(content.getRawClass(), elements.size());
        int index = 0;
        for (Object element : elements) {
            if (element != null) {
                Array.set(array, index, element);
            }
            index++;
        }
        return array;
    }

    private Map<Object, @Nullable Object> entries(JavaType type, Object raw, PropertyPath path) throws Misfit {
        Source given = Source.nested(raw);
        if (given == null) {
            throw new Misfit("must be an object");
        }
        Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
        given.values().forEach((key, value) -> {
            PropertyPath at = path.child(key);
            try {
                Object name = MapKeys.read(key, type.getKeyType());
                if (entries.containsKey(name)) {
                    throw new Misfit("is under a key that is given twice");
                }
                entries.put(name, value == null ? null : element(type.getContentType(), value, at));
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
