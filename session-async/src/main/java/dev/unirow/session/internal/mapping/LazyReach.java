package dev.unirow.session.internal.mapping;

import dev.unirow.model.Model;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.ToOne;
import org.jspecify.annotations.Nullable;

/**
 * A model that some lazy reference leads to, so that a generated subclass may stand in for it. On that stand-in every
 * field is null, even after loading, and a final method runs on the stand-in itself: what is read past the accessors is
 * silently wrong.
 *
 * @param reference the lazy reference, as {@code Track.album}
 */
record LazyReach(PersistentClass model, String reference) {
    /** Every model in reach, once. */
    static Collection<LazyReach> of(Metadata metadata) {
        Map<String, LazyReach> reached = new LinkedHashMap<>();
        for (PersistentClass owner : metadata.getEntityBindings()) {
            for (Property property : propertiesOf(owner)) {
                collect(metadata, simpleName(owner.getEntityName()), property, reached);
            }
        }
        return reached.values();
    }

    private static List<Property> propertiesOf(PersistentClass owner) {
        List<Property> all = new ArrayList<>(owner.getProperties());
        if (owner.getIdentifierMapper() != null) {
            all.addAll(owner.getIdentifierMapper().getProperties());
        }
        return all;
    }

    private static void collect(Metadata metadata, String owner, Property property, Map<String, LazyReach> reached) {
        String path = owner + "." + property.getName();
        if (property.getValue() instanceof Component component) {
            component.getProperties().forEach(part -> collect(metadata, path, part, reached));
        } else if (property.getValue() instanceof ToOne reference && reference.isLazy()) {
            PersistentClass target = metadata.getEntityBinding(reference.getReferencedEntityName());
            if (target != null) {
                reached.putIfAbsent(target.getEntityName(), new LazyReach(target, path));
                target.getSubclassClosure()
                        .forEach(below -> reached.putIfAbsent(below.getEntityName(), new LazyReach(below, path)));
            }
        }
    }

    void requireThatStandInsTellTheTruth() {
        Class<?> type = model.getMappedClass();
        if (type == null || MappedModels.isEnhanced(type)) {
            return;
        }
        for (Property property : model.getPropertyClosure()) {
            require(type, property.getName());
        }
        Property key = model.getIdentifierProperty();
        if (key != null) {
            require(type, key.getName());
        }
    }

    private void require(Class<?> type, String property) {
        if (hasPublicField(type, property)) {
            throw new MappingException("'" + simpleName(type.getName()) + "." + property
                    + "' is a public field, and the lazy reference '" + reference
                    + "' leads to its model: read through that reference the field would be null without a word. "
                    + "Make it private with an accessor '" + property + "()', or enhance the class at build time.");
        }
        Method accessor = finalAccessor(type, property);
        if (accessor != null) {
            throw new MappingException("'" + simpleName(type.getName()) + "." + accessor.getName()
                    + "()' is final, and the lazy reference '" + reference
                    + "' leads to its model: called through that reference it would answer null without a word. "
                    + "Take 'final' away, or enhance the class at build time.");
        }
    }

    private static boolean hasPublicField(Class<?> type, String property) {
        for (Field field : type.getFields()) {
            if (field.getName().equals(property) && !Modifier.isStatic(field.getModifiers())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Method finalAccessor(Class<?> type, String property) {
        String upper = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        for (String name : List.of(property, "get" + upper, "is" + upper)) {
            for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
                for (Method method : at.getDeclaredMethods()) {
                    if (method.getName().equals(name)
                            && method.getParameterCount() == 0
                            && Modifier.isFinal(method.getModifiers())
                            && at != Model.class) {
                        return method;
                    }
                }
            }
        }
        return null;
    }

    private static String simpleName(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
