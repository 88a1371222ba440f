package dev.unirow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import dev.unirow.model.internal.Misfit;
import dev.unirow.model.internal.Normalizers;
import dev.unirow.model.internal.Sight;
import dev.unirow.model.normalize.Normalizer;
import dev.unirow.model.spi.SetterWatch;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ValidatorFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with models, whether they extend {@link Model} or are plain Jakarta Persistence entities. Everything
 * works on what is in memory and never sends SQL. Thread-safe; the model at hand must not change meanwhile.
 */
public final class Models {
    private Models() {}

    /**
     * Checks every constraint of a model, what it embeds, and loaded models below {@code @Valid}. A reference or a
     * collection that is not loaded has nothing to check. A value that holds itself, or goes deeper than 200 levels, is
     * a violation too.
     *
     * @throws InvalidModelException with all violations
     */
    public static void validate(Object model) {
        validate(model, new Class<?>[0]);
    }

    /**
     * Checks a model as {@link #validate(Object)} does, by the constraints of these groups too.
     *
     * @throws InvalidModelException with all violations
     */
    public static void validate(Object model, Class<?>... groups) {
        require(model, Validation.violations(model, List.of(groups)));
    }

    /**
     * Checks a model that is to be written as a new row, {@link OnCreate}, but lets required references be absent: they
     * may be set until the model is written.
     *
     * @throws InvalidModelException with all other violations
     */
    public static void validateForAdd(Object model) {
        require(
                model,
                Validation.violations(model, List.of(OnCreate.class)).stream()
                        .filter(violation -> !Validation.isAbsentReference(violation))
                        .toList());
    }

    /**
     * Brings all that is loaded of a model into the form that {@code @Normalize} of its attributes asks for, in the
     * model. Sessions do so before they check a model; models below it are left alone.
     *
     * @throws InvalidModelException if a normalizer refuses a value
     */
    public static void normalize(Object model) {
        if (Sight.REFERENCES.isLoaded(model)) {
            Normalizing.normalize(Sight.REFERENCES.unproxy(model));
        }
    }

    /**
     * The normalizers of one attribute of a model or an embeddable as a single one, which lets pass what is of another
     * type, and throws an {@link InvalidModelException} where they refuse a value; null if it has none.
     *
     * @throws IllegalArgumentException if a normalizer of the class does not fit its attribute
     */
    public static @Nullable Normalizer<Object> normalizer(Class<?> type, String attribute) {
        if (!Shape.exists(type)) {
            return null;
        }
        Shape shape = Shape.of(type);
        Property property = shape.find(attribute);
        Normalizers normalizers = property == null ? null : property.normalizers();
        return normalizers == null
                ? null
                : value -> {
                    try {
                        return normalizers.apply(value);
                    } catch (Misfit misfit) {
                        throw InvalidModelException.of(shape.type(), attribute, String.valueOf(misfit.getMessage()));
                    }
                };
    }

    /**
     * Makes a model from keys and values: property names, or {@code teamId} for the key of the reference {@code team}.
     * A reference is given as a key, an object with the key alone, a whole new model, or a model. What is not given
     * keeps its default.
     *
     * <p>Strict, as {@link ReadOptions#options()} says: enums come by name, times as ISO texts, everything else as what
     * it is. {@link #from(Class, Object, ReadOptions)} reads more leniently.
     *
     * @throws InvalidModelException with all problems at once: unknown keys, values of a wrong type, broken
     *     constraints, those of {@link OnCreate} too. Required references that are not given may still be set until the
     *     model is written.
     */
    public static <T> T from(Class<T> type, Map<String, ?> values) {
        return Making.made(type, values, ReadOptions.options());
    }

    /**
     * Makes a model from a JSON object, as {@link #from(Class, Map)} does. A text that is no JSON object is a problem
     * too, as is a key that comes twice.
     */
    public static <T> T from(Class<T> type, String json) {
        return Making.made(type, json, ReadOptions.options());
    }

    /** Makes a model from a JSON object, as {@link #from(Class, Map)} does. */
    public static <T> T from(Class<T> type, JsonNode json) {
        return Making.made(type, json, ReadOptions.options());
    }

    /**
     * Makes a model from a record, as {@link #from(Class, Map)} does. A component that is null is not given; an empty
     * {@link java.util.Optional} is null.
     */
    public static <T> T from(Class<T> type, Record values) {
        return Making.made(type, values, ReadOptions.options());
    }

    /**
     * Makes a model from a map, a JSON text or tree, a record, or from what is set and loaded in another model, as
     * {@link #from(Class, Map)} does.
     *
     * @throws IllegalArgumentException if the source is none of these
     */
    public static <T> T from(Class<T> type, Object source, ReadOptions options) {
        return Making.made(type, source, options);
    }

    /**
     * Reads a record from a JSON object: a request, a DTO, a spec. Strict as {@link #from(Class, Map)}, for records
     * within records, too, and for lists, arrays and maps of them. What is not given is null, or an empty
     * {@link java.util.Optional}; of {@link Changes} it is null.
     *
     * <p>Required are primitives, what a constraint forbids to be null, and in {@code @NullMarked} code what is not
     * {@code @Nullable}. Each record is judged by its constraints, those within it with or without {@code @Valid}.
     * Records for which the application has told Jackson a way of its own, and those with type parameters, are read by
     * Jackson where they stand within another.
     *
     * @throws InvalidModelException with all problems at once, each with its path: {@code pets[2].name}
     */
    public static <R extends Record> R read(Class<R> type, String json) {
        return RecordReading.read(type, json, ReadOptions.options());
    }

    /** Reads a record from a JSON object, as {@link #read(Class, String)} does. */
    public static <R extends Record> R read(Class<R> type, JsonNode json) {
        return RecordReading.read(type, json, ReadOptions.options());
    }

    /**
     * Reads a record from a JSON text or tree, a map or another record, as {@link #read(Class, String)} does.
     *
     * @throws IllegalArgumentException if the source is none of these
     */
    public static <R extends Record> R read(Class<R> type, Object source, ReadOptions options) {
        return RecordReading.read(type, source, options);
    }

    /**
     * Changes what is given, and nothing else; by the rules of {@link #from(Class, Map)}. Embedded values and
     * references are replaced as a whole. An invalid result leaves the model untouched: judged are the given
     * properties, and what the class says of several together, by the constraints of {@link OnUpdate} too.
     *
     * @throws InvalidModelException with all problems at once
     * @throws IllegalStateException if the model, or a collection that is given, is not loaded
     */
    public static void patch(Object model, Map<String, ?> changes) {
        patch(model, changes, ReadOptions.options());
    }

    /** Changes a model by a JSON object, as {@link #patch(Object, Map)} does. */
    public static void patch(Object model, String json) {
        patch(model, json, ReadOptions.options());
    }

    /** Changes a model by a JSON object, as {@link #patch(Object, Map)} does. */
    public static void patch(Object model, JsonNode json) {
        patch(model, json, ReadOptions.options());
    }

    /**
     * Changes a model by a record, as {@link #patch(Object, Map)} does. A component that is null is not given; an empty
     * {@link java.util.Optional} is null.
     */
    public static void patch(Object model, Record changes) {
        patch(model, changes, ReadOptions.options());
    }

    /**
     * Changes a model by a map, a JSON text or tree, a record, or by what is set and loaded in another model, as
     * {@link #patch(Object, Map)} does.
     */
    public static void patch(Object model, Object changes, ReadOptions options) {
        Patching.patch(model, changes, options, Json.NAMES, null);
    }

    /**
     * A new object of the same class with all that is loaded, the key and the version included, and the same properties
     * set. Collections and embedded values are copies, models below are the same objects. A collection that is not
     * loaded is not loaded in the copy either, and is empty once the copy is inserted as a new row. No session knows
     * it; nothing is validated.
     *
     * @throws IllegalStateException if the model is a reference that is not loaded
     * @throws InvalidModelException if a value holds itself, or goes deeper than 200 levels
     */
    @SuppressWarnings("unchecked") // a copy is of the class of its original
    public static <T> T copy(T model) {
        return (T) Making.copied(model);
    }

    /** The names of what is set, as {@link #assigned(Object)} says. */
    public static Set<String> fieldsSet(Object model) {
        return Collections.unmodifiableSet(assigned(model).keySet());
    }

    /**
     * What is set, by property name, in the order of declaration: what was named in {@code from} or {@code patch} or
     * assigned by a generated setter, and what differs from a new model. Values are the model's own. Of a reference
     * that is not loaded nothing is set.
     */
    public static Map<String, @Nullable Object> assigned(Object model) {
        Map<String, @Nullable Object> assigned = new LinkedHashMap<>();
        if (Sight.REFERENCES.isLoaded(model)) {
            SetRule.assigned(Sight.REFERENCES.unproxy(model))
                    .forEach((property, value) -> assigned.put(property.name(), value));
        }
        return assigned;
    }

    /**
     * Whether the content of a model or of one of its collections is in memory, so that reading it sends nothing; null
     * is not.
     */
    public static boolean isLoaded(@Nullable Object modelOrCollection) {
        return modelOrCollection != null && Sight.REFERENCES.isLoaded(modelOrCollection);
    }

    /**
     * The key of a model as {@link Model#pk()} gives it: a value, the key class of a composite, or null while any part
     * is missing. Never sends anything.
     */
    public static @Nullable Object pk(Object model) {
        return Key.of(model);
    }

    /**
     * Models by their keys, as {@link #pk(Object)} gives them, in the order given; of several that are the same row the
     * first. For many models of one entity, where a set would be slow: all of them have the same hash, their keys have
     * not. A new map, which is the caller's.
     *
     * @throws IllegalArgumentException if one of them is null, has no key yet, or has the key of a model of another
     *     entity
     */
    public static <M> Map<Object, M> byKey(Iterable<? extends M> models) {
        return Key.map(Object.class, models);
    }

    /**
     * Models by keys of a known type, as {@link #byKey(Iterable)} does: {@code byKey(Long.class, pets)}.
     *
     * @throws IllegalArgumentException if one of them is null, has no key yet or one of another type, or has the key of
     *     a model of another entity
     */
    public static <K, M> Map<K, M> byKey(Class<K> keyType, Iterable<? extends M> models) {
        return Key.map(keyType, models);
    }

    /**
     * Whether a model is no more than its key: a reference that is not loaded, or one that {@code from}, {@code patch}
     * or a Jackson mapper made from a key alone, until something else is set in it, a session fills or inserts it, or
     * {@link #markLoaded(Object)} says so. That is recorded when it is made: a model that was read from its row, or
     * made by its own constructor, is never key only, whatever values it has.
     */
    public static boolean isKeyOnly(Object model) {
        Object target = Sight.REFERENCES.unproxy(model);
        return !Sight.REFERENCES.isLoaded(model) || KeyOnly.is(Shape.of(target), target);
    }

    /**
     * Says that a model that was made from a key holds its row by now, though its values are those of a new one: it is
     * no longer {@link #isKeyOnly key only}. Sessions say so of what they fill and insert; does nothing to any other
     * model.
     */
    public static void markLoaded(Object model) {
        if (Sight.REFERENCES.isLoaded(model)) {
            KeyOnly.forget(Sight.REFERENCES.unproxy(model));
        }
    }

    /**
     * Lets somebody know what setters that call {@code markSet}, those of specs above all, and {@code patch} set in a
     * {@link Model} from now on; null for nobody. Sessions that only read do so with what they load; does nothing to a
     * model of another class.
     */
    public static void watchSetters(Object model, @Nullable SetterWatch watch) {
        if (model instanceof Model && Sight.REFERENCES.unproxy(model) instanceof Model target) {
            target.watch(watch);
        }
    }

    /**
     * Copies what is set in one model to a loaded one of the same entity, all but key and version. Collections keep
     * their identity; nothing is validated.
     *
     * @throws IllegalArgumentException if the models are of different entities
     * @throws IllegalStateException if the target, or a collection of it that is to change, is not loaded
     */
    public static void copyAssigned(Object from, Object into) {
        Patching.copyAssigned(from, into);
    }

    /**
     * All that is loaded, by property name, in the order of declaration; values keep their Java types. As
     * {@link DumpOptions#options()} says.
     */
    public static Map<String, @Nullable Object> dump(Object model) {
        return dump(model, DumpOptions.options());
    }

    /**
     * What the options take of a model, by property name. Models below become maps; of a reference that is not loaded
     * only the key is there; a collection that is not loaded is left out. A model met before is left out under a
     * reference, and in a collection repeats its columns, its key, and what else is known so far. In a dump of more
     * than one level all columns come before references and collections.
     *
     * @throws IllegalArgumentException if the options name what the model does not have, or take more than 200 models
     *     below each other
     * @throws InvalidModelException if a value holds itself, or goes deeper than 200 levels
     */
    public static Map<String, @Nullable Object> dump(Object model, DumpOptions options) {
        return Dumping.dump(model, options);
    }

    /**
     * The JSON object of {@link #dump(Object)}: enums by name, times as ISO texts, decimals with every digit; a name
     * that {@code @JsonProperty} gives is used.
     */
    public static String dumpJson(Object model) {
        return dumpJson(model, DumpOptions.options());
    }

    /** The JSON object of {@link #dump(Object, DumpOptions)}. */
    public static String dumpJson(Object model, DumpOptions options) {
        return Json.write(Dumping.json(model, options, Json.NAMES, null));
    }

    /**
     * A model as a record whose components are properties; {@code teamId} is the key of the reference {@code team}, and
     * a component that is itself a record is the same of the model below. What is {@link Private} is there if the
     * record names it.
     *
     * @throws IllegalArgumentException if the record wants what the model does not have, or leads back to the model
     *     that it is made of
     * @throws IllegalStateException if the record wants what is not loaded
     */
    public static <R extends Record> R dumpAs(Object model, Class<R> view) {
        return RecordView.of(model, view);
    }

    /**
     * The JSON Schema (2020-12) of what {@link #from(Class, String)} reads, which is what {@link #dumpJson(Object)}
     * writes of a valid model; with the constraints that JSON Schema can say. Models below are under {@code $defs}, by
     * their simple names. A new document at each call.
     */
    public static JsonNode jsonSchema(Class<?> type) {
        return JsonSchemas.of(Shape.of(type));
    }

    /**
     * The schemas of these models and of those below them as {@code components} of an OpenAPI 3.1 document, by their
     * simple names. A new document at each call.
     */
    public static JsonNode openApiComponents(Class<?>... types) {
        return JsonSchemas.components(List.of(types));
    }

    /**
     * Teaches a Jackson mapper entities that do not extend {@link Model}: it writes and reads them as it does models,
     * by the rules of {@link #dumpJson(Object)} and {@link #from(Class, String)}. Models need no module.
     *
     * <p>With it a mapper also reads requests as {@link #read(Class, String)} does: records with constraints or
     * normalizers, {@link Changes}, and those that make a model by {@code toModel()}. Records with type parameters, and
     * those for which the application has told Jackson a way of its own, are not touched. A new module at each call:
     * {@code mapper.registerModule(Models.jacksonModule())}, or a bean of the framework's.
     */
    public static Module jacksonModule() {
        return new EntitiesModule();
    }

    /**
     * The validators behind {@link #validate}: for a persistence provider, as its
     * {@code jakarta.persistence.validation.factory}, so that it speaks the same texts and needs no expression
     * language. Shared; must not be closed.
     */
    public static ValidatorFactory validatorFactory() {
        return new ProviderValidators(Validation.FACTORY);
    }

    private static void require(Object model, List<ConstraintViolation<?>> violations) {
        if (!violations.isEmpty()) {
            throw InvalidModelException.of(Shape.of(model).type(), violations);
        }
    }
}
