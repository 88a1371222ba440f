package dev.unirow.session.internal.mapping;

import dev.unirow.model.Private;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the models, and which of them belong to properties that are {@link Private}. All names in lower case.
 */
public final class PrivateProperties {
    private final Map<String, Set<String>> byTable = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    private PrivateProperties() {}

    public static PrivateProperties of(Metadata metadata) {
        PrivateProperties all = new PrivateProperties();
        for (PersistentClass model : metadata.getEntityBindings()) {
            List<Property> properties = new ArrayList<>(model.getProperties());
            if (model.getIdentifierProperty() != null) {
                properties.add(model.getIdentifierProperty());
            }
            if (model.getIdentifierMapper() != null) {
                properties.addAll(model.getIdentifierMapper().getProperties());
            }
            properties.forEach(property -> all.read(model.getMappedClass(), property, false));
            model.getKey().getColumns().forEach(column -> all.known.add(name(column)));
            if (model.getDiscriminator() != null) {
                columns(model.getDiscriminator()).forEach(column -> all.known.add(name(column)));
            }
        }
        return all;
    }

    /** The private columns of the tables that have any. */
    public Map<String, Set<String>> byTable() {
        return byTable;
    }

    /** All columns of all models. */
    public Set<String> known() {
        return known;
    }

    private void read(@Nullable Class<?> owner, Property property, boolean isPartOfPrivate) {
        boolean isPrivate = isPartOfPrivate || isPrivate(owner, property.getName());
        Value value = property.getValue();
        if (value instanceof Component component) {
            readParts(component, isPrivate);
        } else if (value instanceof Collection collection) {
            if (collection.getElement() instanceof Component element) {
                readParts(element, isPrivate);
            } else if (!collection.isOneToMany()) {
                add(collection.getElement(), isPrivate);
            }
        } else {
            add(value, isPrivate);
        }
    }

    private void readParts(Component component, boolean isPrivate) {
        Class<?> type = component.isDynamic() ? null : component.getComponentClass();
        Column whole = component.getAggregateColumn(); // one column of JSON for all parts
        if (whole != null) {
            boolean any =
                    isPrivate || component.getProperties().stream().anyMatch(part -> isPrivate(type, part.getName()));
            add(component, whole, any);
            return;
        }
        component.getProperties().forEach(part -> read(type, part, isPrivate));
    }

    private void add(Value value, boolean isPrivate) {
        columns(value).forEach(column -> add(value, column, isPrivate));
    }

    /** A formula is none. */
    private static Stream<Column> columns(Value value) {
        return value.getSelectables().stream().filter(Column.class::isInstance).map(Column.class::cast);
    }

    private void add(Value value, Column column, boolean isPrivate) {
        known.add(name(column));
        if (isPrivate && value.getTable() != null) {
            byTable.computeIfAbsent(value.getTable().getName().toLowerCase(Locale.ROOT), table -> new HashSet<>())
                    .add(name(column));
        }
    }

    private static String name(Column column) {
        return column.getName().toLowerCase(Locale.ROOT);
    }

    private static boolean isPrivate(@Nullable Class<?> owner, String property) {
        String upper = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        Set<String> accessors = Set.of(property, "get" + upper, "is" + upper);
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            Stream<AnnotatedElement> members = Stream.concat(
                    Arrays.stream(type.getDeclaredFields())
                            .filter(field -> field.getName().equals(property)),
                    Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> method.getParameterCount() == 0 && accessors.contains(method.getName())));
            if (members.anyMatch(member -> member.isAnnotationPresent(Private.class))) {
                return true;
            }
        }
        return false;
    }
}
