package dev.unirow.model;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.unirow.model.internal.Misfit;
import dev.unirow.model.internal.PropertyPath;
import dev.unirow.model.internal.Records;
import dev.unirow.model.internal.Scalars;
import dev.unirow.model.internal.Sight;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A model as a record that names what it wants: components are properties, {@code teamId} is the key of {@code team},
 * and records below are views of models below.
 */
final class RecordView {
    private final Class<?> view;
    /** The models on the way to the present one, by the records that they become. */
    private final Map<Class<?>, Set<Object>> around = new HashMap<>();

    private int levels;

    private RecordView(Class<?> view) {
        this.view = view;
    }

    static <R extends Record> R of(Object model, Class<R> view) {
        return view.cast(new RecordView(view).view(model, view, ""));
    }

    private Object view(Object model, Class<?> type, String prefix) {
        Object target = Sight.REFERENCES.unproxy(model);
        Set<Object> same = around.computeIfAbsent(type, ignored -> Collections.newSetFromMap(new IdentityHashMap<>()));
        if (levels == Nesting.MOST_LEVELS || !same.add(target)) {
            throw new IllegalArgumentException("'" + view.getSimpleName() + "' wants '"
                    + prefix.substring(0, prefix.length() - 1) + "', which "
                    + (levels == Nesting.MOST_LEVELS ? Nesting.TOO_DEEP : "leads back to " + Printed.model(target))
                    + ". Let a record below it leave that out.");
        }
        levels++;
        Object made = made(target, type, prefix);
        levels--;
        same.remove(target);
        return made;
    }

    private Object made(Object model, Class<?> type, String prefix) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            JavaType wanted = TypeFactory.defaultInstance().constructType(components[i].getGenericType());
            String path = prefix + components[i].getName();
            boolean optional = wanted.hasRawClass(Optional.class);
            Object value = component(
                    model, components[i].getName(), optional ? wanted.containedTypeOrUnknown(0) : wanted, path);
            if (value == null && wanted.isPrimitive()) {
                throw new IllegalArgumentException("'" + type.getSimpleName() + "." + components[i].getName()
                        + "' is a primitive, and the value is null. Declare it as an object.");
            }
            values[i] = optional ? Optional.ofNullable(value) : value;
        }
        return Records.make(type, values);
    }

    private @Nullable Object component(Object model, String name, JavaType wanted, String path) {
        Object target = Sight.REFERENCES.unproxy(model);
        Shape shape = Shape.of(target);
        Property property = shape.find(name);
        if (property == null && name.endsWith("Id")) {
            Property reference = shape.find(name.substring(0, name.length() - 2));
            if (reference != null && reference.kind() == Property.Kind.REFERENCE) {
                Object referred = loaded(target, reference, path);
                return referred == null ? null : Key.of(referred);
            }
        }
        if (property == null) {
            throw new IllegalArgumentException(
                    "'" + view.getSimpleName() + "' wants '" + path + "', and " + shape.name() + " has "
                            + shape.properties().stream().map(Property::name).collect(Collectors.joining(", ")) + ".");
        }
        Object value = property.id() && !Sight.REFERENCES.isLoaded(target)
                ? Key.parts(target).get(property)
                : loaded(target, property, path);
        return value == null ? null : fitted(value, wanted, path);
    }

    /** @throws IllegalStateException if the value is not loaded: a record has no way to leave it out */
    private @Nullable Object loaded(Object target, Property property, String path) {
        if (!Sight.REFERENCES.isLoaded(target) || !property.isLoadedIn(target)) {
            throw new IllegalStateException("'" + view.getSimpleName() + "' wants '" + path
                    + "', and it is not loaded: " + Printed.model(target) + ". Fetch it first.");
        }
        return property.read(target);
    }

    private @Nullable Object fitted(Object value, JavaType wanted, String path) {
        Class<?> type = wanted.getRawClass();
        if (value instanceof Collection<?> collection && wanted.isCollectionLikeType()) {
            List<@Nullable Object> members = new ArrayList<>();
            for (Object member : collection) {
                members.add(member == null ? null : fitted(member, wanted.getContentType(), path));
            }
            return Set.class.isAssignableFrom(type) ? new LinkedHashSet<>(members) : members;
        }
        if (type.isRecord() && !type.isInstance(value) && Shape.exists(value.getClass())) {
            return view(value, type, path + ".");
        }
        try {
            return type.isInstance(value) || !Scalars.knows(wanted)
                    ? converted(value, wanted, path)
                    : Scalars.convert(value, wanted);
        } catch (Misfit misfit) {
            throw new IllegalArgumentException(
                    "'" + view.getSimpleName() + "' wants '" + path + "' as '" + type.getSimpleName()
                            + "', and it is of the type '" + value.getClass().getSimpleName() + "'.");
        }
    }

    private @Nullable Object converted(Object value, JavaType wanted, String path) throws Misfit {
        if (wanted.getRawClass().isInstance(value)) {
            return value;
        }
        Problems problems = new Problems(view);
        Object converted = new Contents(problems, null).convert(value, wanted, PropertyPath.ROOT.child(path));
        if (problems.count() > 0) {
            throw problems.asException();
        }
        return converted;
    }
}
