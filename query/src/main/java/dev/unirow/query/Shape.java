package dev.unirow.query;

import dev.unirow.names.Nearest;
import dev.unirow.query.Attribute.Kind;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/** What statements need to know of a model class: its name in HQL, its attributes, its key. Read once for a class. */
final class Shape {
    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    private final Class<?> type;
    private final Map<String, Attribute> attributes;
    private final List<Attribute> ids;

    private Shape(Class<?> type) {
        this.type = type;
        this.attributes = AttributeReader.read(type);
        this.ids = attributes.values().stream().filter(Attribute::id).toList();
        for (Attribute attribute : attributes.values()) {
            attribute.member().trySetAccessible();
        }
    }

    /** @throws IllegalArgumentException if the class is not an entity */
    static Shape ofModel(Class<?> type) {
        if (!type.isAnnotationPresent(Entity.class)) {
            throw new IllegalArgumentException(
                    "'" + type.getName() + "' is not a model: it has no @Entity annotation of jakarta.persistence.");
        }
        return KNOWN.get(type);
    }

    /** The shape behind a reference or an embedded attribute. */
    static Shape ofTarget(Attribute attribute) {
        return attribute.is(Kind.EMBEDDED) ? KNOWN.get(attribute.type()) : ofModel(attribute.type());
    }

    Class<?> type() {
        return type;
    }

    /** For messages. */
    String simpleName() {
        return type.getSimpleName();
    }

    /** As Hibernate has it: a class that is nested is named with those around it. */
    String entityName() {
        Entity entity = type.getAnnotation(Entity.class);
        return entity == null || entity.name().isBlank()
                ? type.getName().substring(type.getName().lastIndexOf('.') + 1)
                : entity.name();
    }

    Iterable<Attribute> attributes() {
        return attributes.values();
    }

    @Nullable Attribute find(String name) {
        return attributes.get(name);
    }

    /** @throws IllegalArgumentException if there is no such attribute; it lists those there are */
    Attribute attribute(String name) {
        Attribute attribute = name.equals("pk") ? id() : attributes.get(name);
        if (attribute == null) {
            throw new IllegalArgumentException(unknown(name));
        }
        return attribute;
    }

    private String unknown(String name) {
        String nearest = Nearest.to(name, attributes.keySet());
        return "'" + simpleName() + "' has no attribute '" + name + "'."
                + (nearest == null ? "" : " Did you mean '" + nearest + "'?")
                + " It has: " + String.join(", ", attributes.keySet()) + ".";
    }

    Attribute attributeOfAccessor(String method) {
        Attribute attribute = attributes.get(method);
        if (attribute == null) {
            String property = propertyName(method);
            attribute = property == null ? null : attributes.get(property);
        }
        return attribute == null ? attribute(method) : attribute;
    }

    @Nullable Attribute version() {
        return attributes.values().stream()
                .filter(attribute -> attribute.member().isAnnotationPresent(Version.class))
                .findFirst()
                .orElse(null);
    }

    List<Attribute> ids() {
        return ids;
    }

    /** The one attribute that is the key. */
    Attribute id() {
        if (ids.size() != 1) {
            String found = ids.isEmpty() ? "no @Id attribute" : "a key of " + ids.size() + " attributes: " + ids;
            throw new IllegalArgumentException(
                    "'pk' of '" + simpleName() + "' is not one attribute: it has " + found + ". Name the attributes.");
        }
        return ids.get(0);
    }

    /** The key of a model of this shape, or of an unloaded reference to one. */
    @Nullable Object key(Object model) {
        LazyInitializer lazy = HibernateProxy.extractLazyInitializer(model);
        return lazy == null ? read(id().member(), model) : lazy.getIdentifier();
    }

    private static @Nullable Object read(AccessibleObject member, Object model) {
        try {
            return member instanceof Method getter ? getter.invoke(model) : ((Field) member).get(model);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "The key of a " + model.getClass().getName() + " cannot be read.", e);
        }
    }

    /** The property behind a getter as JavaBeans names it, or null. */
    static @Nullable String propertyName(String method) {
        int prefix = method.startsWith("get") ? 3 : method.startsWith("is") ? 2 : 0;
        if (prefix == 0 || method.length() == prefix || method.equals("getClass")) {
            return null;
        }
        String name = method.substring(prefix);
        if (name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1))) {
            return name;
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
