package dev.unirow.query;

import dev.unirow.model.spi.MappedAttribute.Kind;
import dev.unirow.model.spi.MappedClass;
import dev.unirow.names.Nearest;
import jakarta.persistence.AccessType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/** What statements need to know of a model class: its name in HQL, its attributes, its key. Read once for a class. */
final class Shape {
    private static final ClassValue<Shape> MODELS = reading(MappedClass::of);
    private static final ClassValue<Shape> BY_FIELDS = reading(type -> MappedClass.embedded(type, AccessType.FIELD));
    private static final ClassValue<Shape> BY_GETTERS =
            reading(type -> MappedClass.embedded(type, AccessType.PROPERTY));

    private final MappedClass mapped;
    private final Map<String, Attribute> attributes;
    private final List<Attribute> ids;

    private Shape(MappedClass mapped) {
        this.mapped = mapped;
        this.attributes = AttributeReader.read(mapped);
        this.ids = attributes.values().stream().filter(Attribute::id).toList();
    }

    private static ClassValue<Shape> reading(Function<Class<?>, MappedClass> reader) {
        return new ClassValue<>() {
            @Override
            protected Shape computeValue(Class<?> type) {
                return new Shape(reader.apply(type));
            }
        };
    }

    /** @throws IllegalArgumentException if the class is not an entity */
    static Shape ofModel(Class<?> type) {
        if (!MappedClass.isEntity(type)) {
            throw new IllegalArgumentException(
                    "'" + type.getName() + "' is not a model: it has no @Entity annotation of jakarta.persistence.");
        }
        return MODELS.get(type);
    }

    /** The shape behind a reference or an embedded attribute. */
    static Shape ofTarget(Attribute attribute) {
        if (!attribute.is(Kind.EMBEDDED)) {
            return ofModel(attribute.type());
        }
        return (attribute.mapped().access() == AccessType.FIELD ? BY_FIELDS : BY_GETTERS).get(attribute.type());
    }

    Class<?> type() {
        return mapped.type();
    }

    /** For messages. */
    String simpleName() {
        return type().getSimpleName();
    }

    String entityName() {
        return mapped.entityName();
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
            String property = MappedClass.propertyOf(method);
            attribute = property == null ? null : attributes.get(property);
        }
        return attribute == null ? attribute(method) : attribute;
    }

    @Nullable Attribute version() {
        return attributes.values().stream()
                .filter(attribute -> attribute.mapped().version())
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
        return lazy == null ? id().mapped().read(model) : lazy.getIdentifier();
    }
}
