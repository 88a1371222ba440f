package dev.unirow.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.unirow.model.internal.Misfit;
import dev.unirow.model.internal.NullMarks;
import dev.unirow.model.internal.PropertyPath;
import dev.unirow.model.internal.Records;
import dev.unirow.model.internal.Scalars;
import dev.unirow.model.internal.SchemaConstraints;
import jakarta.validation.ConstraintViolation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads records: what an application is asked for, specs and DTOs. Strict as the reading of models is, and judged
 * likewise; all problems of a record and of those below it are told at once.
 */
final class RecordReading {
    private final Reading reading;
    private final RecordJudge judge;

    RecordReading(Reading reading, Class<?> root) {
        this.reading = reading;
        this.judge = new RecordJudge(root);
    }

    /** @throws InvalidModelException with all problems */
    static <R> R read(Class<R> type, Object given, ReadOptions options) {
        return type.cast(read(type, given, new Reading(type, options, Json.NAMES)));
    }

    /** @throws InvalidModelException with all problems */
    static Object read(Class<?> type, Object given, Reading reading) {
        Objects.requireNonNull(given, "What a record is made of must not be null.");
        Source source = Source.of(given, reading.problems());
        if (source == null) {
            throw reading.problems().asException();
        }
        RecordReading records = Objects.requireNonNull(reading.records());
        Object record = records.record(Shape.of(type), source, PropertyPath.ROOT);
        List<ConstraintViolation<?>> violations = records.judge.violations(reading);
        if (record == null || !violations.isEmpty()) {
            reading.owners().takeBack();
            throw InvalidModelException.of(type, violations);
        }
        return record;
    }

    /** Whether values of a type within a record are read one by one, each with its own problems. */
    static boolean isWalked(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (type.isContainerType()) {
            boolean isKnown = isArray(type)
                    || (type.isMapLikeType()
                            ? raw.isAssignableFrom(LinkedHashMap.class) && Scalars.knows(type.getKeyType())
                            : raw.isAssignableFrom(ArrayList.class) || raw.isAssignableFrom(LinkedHashSet.class));
            return Scalars.knows(type) || (isKnown && isWalked(type.getContentType()));
        }
        return Scalars.knows(type) || Shape.isEmbeddable(raw) || reads(type);
    }

    /** But for letters, which are a text. */
    static boolean isArray(JavaType type) {
        return type.isArrayType() && !type.hasRawClass(char[].class);
    }

    /** Whether a type is, or consists of, what is judged by itself. */
    static boolean isJudged(JavaType type) {
        if (type.hasRawClass(Optional.class)) {
            return isJudged(type.containedTypeOrUnknown(0));
        }
        return type.isContainerType() ? isWalked(type) && isJudged(type.getContentType()) : reads(type);
    }

    /** Whether values of a type within a record are read here, rather than by Jackson. */
    static boolean reads(JavaType type) {
        Class<?> raw = type.getRawClass();
        return Shape.isEntity(raw) || (raw.isRecord() && !type.hasGenericTypes() && !isReadByJackson(raw));
    }

    /** Whether the application says itself how Jackson is to read a record. */
    static boolean isReadByJackson(Class<?> record) {
        JsonDeserialize own = record.getAnnotation(JsonDeserialize.class);
        return own != null
                || record.isAnnotationPresent(JsonTypeInfo.class)
                || Stream.<AnnotatedElement>concat(
                                Arrays.stream(record.getDeclaredMethods()),
                                Arrays.stream(record.getDeclaredConstructors()))
                        .anyMatch(RecordReading::isSaidToJackson);
    }

    private static boolean isSaidToJackson(AnnotatedElement member) {
        JsonCreator creator = member.getAnnotation(JsonCreator.class);
        return member.isAnnotationPresent(JsonValue.class)
                || (creator != null && creator.mode() != JsonCreator.Mode.DISABLED);
    }

    /**
     * A record or a model within a record; null if it could not be made, which is told.
     *
     * @throws Misfit if what is given has no keys
     */
    @Nullable Object below(JavaType type, Object raw, PropertyPath path) throws Misfit {
        Class<?> wanted = type.getRawClass();
        if (Shape.isEntity(wanted) && wanted.isInstance(raw)) {
            return raw;
        }
        Source nested = Source.nested(raw);
        if (nested == null) {
            throw new Misfit("must be an object");
        }
        return wanted.isRecord()
                ? record(Shape.of(wanted), nested, path)
                : reading.model(Shape.of(wanted), nested, path);
    }

    private @Nullable Object record(Shape shape, Source source, PropertyPath path) {
        if (path.steps().size() > Nesting.MOST_LEVELS) { // records may hold themselves by way of a map
            reading.problems().add(path, Nesting.TOO_DEEP, "depth");
            return null;
        }
        int before = reading.problems().count();
        Map<Property, String> keys = new LinkedHashMap<>();
        Map<Property, @Nullable Object> parts = reading.assignments(shape, source, path, keys);
        reading.requireGiven(shape, keys.keySet(), path);
        for (Property part : shape.properties()) {
            String key = keys.get(part);
            if (key == null) {
                parts.put(part, absent(shape, part));
            } else if (judge.isUnmade(path.child(key))) {
                parts.remove(part); // what is wrong with it has been told
            }
            if (parts.containsKey(part) && parts.get(part) == null && isRequired(shape, part)) {
                reading.problems().add(path.child(part.name()), "must not be null", "type");
            }
        }
        Object record = reading.problems().count() > before ? null : made(shape, parts, path);
        if (record == null) {
            judge.addParts(path, shape, parts);
        } else {
            judge.add(path, record);
        }
        return record;
    }

    private static @Nullable Object absent(Shape shape, Property part) {
        boolean isEmpty = part.type().hasRawClass(Optional.class) && !Changes.class.isAssignableFrom(shape.type());
        return isEmpty ? Optional.empty() : shape.fresh().valueOf(part);
    }

    /** By its declaration; what a constraint says is for the validator. */
    private static boolean isRequired(Shape shape, Property part) {
        return !part.type().isPrimitive()
                && !part.type().hasRawClass(Optional.class)
                && (part.required() || NullMarks.forbidNull(shape.type(), part.name()))
                && !SchemaConstraints.forbidNull(Validation.constraints(shape.type(), part.name()));
    }

    private @Nullable Object made(Shape shape, Map<Property, @Nullable Object> parts, PropertyPath path) {
        List<@Nullable Object> values = new ArrayList<>();
        shape.properties().forEach(part -> values.add(parts.get(part)));
        try {
            return Records.make(shape.type(), values.toArray());
        } catch (RuntimeException e) {
            // the record's own words may quote a value
            reading.problems().add(path, "is refused by '" + shape.name() + "'", "type");
            return null;
        }
    }
}
