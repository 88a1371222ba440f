package dev.unirow.model.spi;

import jakarta.persistence.AccessType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model, an embedded value or a key class, as Hibernate maps it: which attributes it has, and whether they are read
 * by fields or by getters. Read from the annotations once for a class; {@code orm.xml} is not read.
 */
public final class MappedClass {
    private static final ClassValue<MappedClass> KNOWN = new ClassValue<>() {
        @Override
        protected MappedClass computeValue(Class<?> type) {
            return new MappedClass(type, ClassLine.of(type), AccessRules.of(type));
        }
    };
    private static final ClassValue<MappedClass> BY_FIELDS = passedOn(AccessType.FIELD);
    private static final ClassValue<MappedClass> BY_GETTERS = passedOn(AccessType.PROPERTY);

    private final Class<?> type;
    private final ClassLine line;
    private final AccessType access;
    private final List<MappedAttribute> attributes;

    private MappedClass(Class<?> type, ClassLine line, AccessType access) {
        this.type = type;
        this.line = line;
        this.access = access;
        this.attributes = MemberReader.read(type, line, access);
    }

    private static ClassValue<MappedClass> passedOn(AccessType access) {
        return new ClassValue<>() {
            @Override
            protected MappedClass computeValue(Class<?> type) {
                MappedClass alone = KNOWN.get(type);
                ClassLine line = ClassLine.ofEmbedded(type);
                return access == alone.access && line.equals(alone.line) ? alone : new MappedClass(type, line, access);
            }
        };
    }

    /**
     * A model; or a value of which it is not known in which attribute of which model it is: its annotations decide how
     * it is read, and it has what embeddables above it have.
     */
    public static MappedClass of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** A value in an attribute of its type: it is read as its model is, unless it says otherwise itself. */
    public static MappedClass embedded(Class<?> type, AccessType inOwner) {
        return inOwner == AccessType.FIELD ? BY_FIELDS.get(type) : BY_GETTERS.get(type);
    }

    /**
     * The class as it is written, past proxies and other generated subclasses; null if it is neither a model nor an
     * embeddable nor a record.
     */
    public static @Nullable Class<?> asWritten(Class<?> type) {
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            if (isEntity(at) || at.isAnnotationPresent(Embeddable.class) || at.isRecord()) {
                return at;
            }
        }
        return null;
    }

    /** The same of models alone. */
    public static @Nullable Class<?> model(Class<?> type) {
        Class<?> written = asWritten(type);
        return written != null && isEntity(written) ? written : null;
    }

    public static boolean isEntity(Class<?> type) {
        return type.isAnnotationPresent(Entity.class);
    }

    public Class<?> type() {
        return type;
    }

    /** The topmost entity class of the hierarchy; keys are unique below it. */
    public Class<?> root() {
        return line.classes().stream().filter(MappedClass::isEntity).findFirst().orElse(type);
    }

    /** The class that {@link IdClass} names. */
    public @Nullable Class<?> keyType() {
        return line.classes().stream()
                .filter(at -> at.isAnnotationPresent(IdClass.class))
                .<Class<?>>map(at -> at.getAnnotation(IdClass.class).value())
                .findFirst()
                .orElse(null);
    }

    /** As HQL has it: a class that is nested is named with those around it. */
    public String entityName() {
        Entity entity = type.getAnnotation(Entity.class);
        return entity == null || entity.name().isBlank()
                ? type.getName().substring(type.getName().lastIndexOf('.') + 1)
                : entity.name();
    }

    /** How attributes are read whose class does not say otherwise. */
    public AccessType access() {
        return access;
    }

    /** The attribute that a getter of this name reads; null if it is not named as one. */
    public static @Nullable String propertyOf(String getter) {
        return Members.propertyOf(getter);
    }

    /** In the order of declaration, those of superclasses first; of a record, its components. */
    public List<MappedAttribute> attributes() {
        return attributes;
    }

    public @Nullable MappedAttribute find(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public List<MappedAttribute> ids() {
        return attributes.stream().filter(MappedAttribute::id).toList();
    }
}
