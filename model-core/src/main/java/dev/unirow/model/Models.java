package dev.unirow.model;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with models, whether they extend {@link Model} or are plain Jakarta Persistence entities. Everything works on what is in memory and never sends
 * SQL. Thread-safe; the model at hand must not change meanwhile.
 */
public final class Models {

    private Models() {}

    /**
     * Checks every constraint of a model, what it embeds, and loaded models below {@code @Valid}. A reference that is not loaded has nothing to check.
     *
     * @throws InvalidModelException with all violations
     */
    public static void validate(Object model) {
        require(model, Validation.violations(model));
    }

    /**
     * Checks a model as {@link #validate} does, but lets required references be absent: they may be set until the model is written.
     *
     * @throws InvalidModelException with all other violations
     */
    public static void validateForAdd(Object model) {
        Shape shape = Shape.of(model);
        require(
                model,
                Validation.violations(model).stream()
                        .filter(violation -> !Validation.isAbsentReference(shape, violation))
                        .toList());
    }

    /**
     * Makes a model from keys and values: property names, or {@code teamId} for the key of the reference {@code team}. A reference is given as a key, an object with
     * the key alone, a whole new model, or a model. What is not given keeps its default.
     *
     * <p>Text is trimmed. Numbers and booleans may come as text. Enums come by name, times as ISO texts.
     *
     * @throws InvalidModelException with all problems at once: unknown keys, values of a wrong type, broken constraints. Required references that are not given may
     *     still be set until the model is written.
     */
    public static <T> T from(Class<T> type, Map<String, ?> values) {
        return made(type, Source.of(type, values));
    }

    /**
     * Makes a model from a JSON object, as {@link #from(Class, Map)} does.
     *
     * @throws IllegalArgumentException if the text is no JSON object
     */
    public static <T> T from(Class<T> type, String json) {
        return from(type, Json.parse(type, json));
    }

    /** Makes a model from a JSON object, as {@link #from(Class, Map)} does. */
    public static <T> T from(Class<T> type, JsonNode json) {
        return made(type, Source.of(type, json));
    }

    /** Makes a model from a record, as {@link #from(Class, Map)} does. A component that is null is not given; an empty {@link java.util.Optional} is null. */
    public static <T> T from(Class<T> type, Record values) {
        return made(type, Source.of(type, values));
    }

    /**
     * Changes what is given, and nothing else; by the rules of {@link #from(Class, Map)}. Embedded values and references are replaced as a whole. An invalid result
     * leaves the model untouched: judged are the given properties, and what the class says of several together.
     *
     * @throws InvalidModelException with all problems at once
     * @throws IllegalStateException if the model, or a collection that is given, is not loaded
     */
    public static void patch(Object model, Map<String, ?> changes) {
        Patching.patch(model, Source.of(Shape.of(model).type(), changes));
    }

    /** Changes a model by a JSON object, as {@link #patch(Object, Map)} does. */
    public static void patch(Object model, String json) {
        patch(model, Json.parse(Shape.of(model).type(), json));
    }

    /** Changes a model by a JSON object, as {@link #patch(Object, Map)} does. */
    public static void patch(Object model, JsonNode json) {
        Patching.patch(model, Source.of(Shape.of(model).type(), json));
    }

    /** Changes a model by a record, as {@link #patch(Object, Map)} does. A component that is null is not given; an empty {@link java.util.Optional} is null. */
    public static void patch(Object model, Record changes) {
        Patching.patch(model, Source.of(Shape.of(model).type(), changes));
    }

    /**
     * What is set, by property name, in the order of declaration: what was named in {@code from} or {@code patch} or assigned by a generated setter, and what differs
     * from a new model. Values are the model's own. Of a reference that is not loaded nothing is set.
     */
    public static Map<String, @Nullable Object> assigned(Object model) {
        Map<String, @Nullable Object> assigned = new LinkedHashMap<>();
        if (Sight.REFERENCES.isLoaded(model)) {
            SetRule.assigned(Sight.REFERENCES.unproxy(model))
                    .forEach((property, value) -> assigned.put(property.name(), value));
        }
        return assigned;
    }

    /** Whether the content of a model or of one of its collections is in memory, so that reading it sends nothing; null is not. */
    public static boolean isLoaded(@Nullable Object modelOrCollection) {
        return modelOrCollection != null && Sight.REFERENCES.isLoaded(modelOrCollection);
    }

    /** Whether a model is no more than its key: a reference that is not loaded, or one that was made from a key. */
    public static boolean isKeyOnly(Object model) {
        Object target = Sight.REFERENCES.unproxy(model);
        return !Sight.REFERENCES.isLoaded(model) || Key.isAll(Shape.of(target), target);
    }

    /**
     * Copies what is set in one model to a loaded one of the same entity, all but key and version. Collections keep their identity; nothing is validated.
     *
     * @throws IllegalArgumentException if the models are of different entities
     * @throws IllegalStateException if the target, or a collection of it that is to change, is not loaded
     */
    public static void copyAssigned(Object from, Object into) {
        Patching.copyAssigned(from, into);
    }

    /** All that is loaded, by property name, in the order of declaration; values keep their Java types. As {@link DumpOptions#options()} says. */
    public static Map<String, @Nullable Object> dump(Object model) {
        return dump(model, DumpOptions.options());
    }

    /**
     * What the options take of a model, by property name. Models below become maps; of a reference that is not loaded only the key is there; a collection that is not
     * loaded is left out. A model met before is left out under a reference, and repeats what is known so far in a collection.
     *
     * @throws IllegalArgumentException if the options name what the model does not have
     */
    public static Map<String, @Nullable Object> dump(Object model, DumpOptions options) {
        return Dumping.dump(model, options);
    }

    /** The JSON object of {@link #dump(Object)}: enums by name, times as ISO texts, decimals with every digit; a name that {@code @JsonProperty} gives is used. */
    public static String dumpJson(Object model) {
        return dumpJson(model, DumpOptions.options());
    }

    /** The JSON object of {@link #dump(Object, DumpOptions)}. */
    public static String dumpJson(Object model, DumpOptions options) {
        return Json.write(Dumping.json(model, options));
    }

    /**
     * A model as a record whose components are properties; {@code teamId} is the key of the reference {@code team}, and a component that is itself a record is the
     * same of the model below. What is {@link Private} is there if the record names it.
     *
     * @throws IllegalArgumentException if the record wants what the model does not have
     * @throws IllegalStateException if the record wants what is not loaded
     */
    public static <R extends Record> R dumpAs(Object model, Class<R> view) {
        return RecordView.of(model, view);
    }

    /**
     * The JSON Schema (2020-12) of what {@link #dumpJson(Object)} writes and {@link #from(Class, String)} reads, with the constraints that JSON Schema can say. Models
     * below are under {@code $defs}, by their simple names.
     */
    public static JsonNode jsonSchema(Class<?> type) {
        return new JsonSchema().of(Shape.of(type));
    }

    private static <T> T made(Class<T> type, Map<String, @Nullable Object> given) {
        Shape shape = Shape.of(type);
        Reading reading = new Reading(type);
        Object model = reading.model(shape, given, PropertyPath.ROOT);
        List<ConstraintViolation<?>> violations = new ArrayList<>(reading.problems());
        for (ConstraintViolation<?> violation : Validation.violations(model, reading)) {
            if (given.containsKey(String.valueOf(violation.getPropertyPath()))
                    || !Validation.isAbsentReference(shape, violation)) {
                violations.add(violation);
            }
        }
        require(model, violations);
        return type.cast(model);
    }

    /**
     * The validators behind {@link #validate}: for a persistence provider, as its {@code jakarta.persistence.validation.factory}, so that it speaks the same texts and
     * needs no expression language. Shared; must not be closed.
     */
    public static ValidatorFactory validatorFactory() {
        return Validation.FACTORY;
    }

    private static void require(Object model, List<ConstraintViolation<?>> violations) {
        if (!violations.isEmpty()) {
            throw InvalidModelException.of(Shape.of(model).type(), violations);
        }
    }
}
