package dev.unirow.query;

import dev.unirow.query.Attribute.Kind;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Transient;
import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the mapped attributes of one class and its mapped superclasses from their JPA annotations. */
final class AttributeReader {
    private final Map<TypeVariable<?>, Type> bound = new HashMap<>();
    private final Map<String, Attribute> found = new LinkedHashMap<>();

    private AttributeReader() {}

    /** Attributes in declaration order, those of superclasses first. */
    static Map<String, Attribute> read(Class<?> type) {
        AttributeReader reader = new AttributeReader();
        List<Class<?>> line = reader.mappedLine(type);
        boolean byGetter = line.stream().noneMatch(AttributeReader::hasIdField)
                && line.stream().anyMatch(AttributeReader::hasIdGetter);
        for (Class<?> each : line) {
            Access access = each.getAnnotation(Access.class);
            reader.readClass(each, access == null ? byGetter : access.value() == AccessType.PROPERTY);
        }
        return reader.found;
    }

    private List<Class<?>> mappedLine(Class<?> type) {
        List<Class<?>> line = new ArrayList<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            if (each == type || isMapped(each)) {
                line.add(0, each);
            }
            if (each.getGenericSuperclass() instanceof ParameterizedType parent) {
                TypeVariable<?>[] variables = each.getSuperclass().getTypeParameters();
                for (int i = 0; i < variables.length; i++) {
                    bound.put(variables[i], parent.getActualTypeArguments()[i]);
                }
            }
        }
        return line;
    }

    private static boolean isMapped(Class<?> type) {
        return type.isAnnotationPresent(Entity.class) || type.isAnnotationPresent(MappedSuperclass.class);
    }

    private static boolean isId(AnnotatedElement element) {
        return element.isAnnotationPresent(Id.class) || element.isAnnotationPresent(EmbeddedId.class);
    }

    private static boolean hasIdField(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (isId(field)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasIdGetter(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (isId(method)) {
                return true;
            }
        }
        return false;
    }

    private void readClass(Class<?> type, boolean byGetter) {
        for (Field field : type.getDeclaredFields()) {
            if (isPersistent(field) && (!byGetter || explicitly(field, AccessType.FIELD))) {
                add(field.getName(), field, field.getGenericType());
            }
        }
        Method[] methods = type.getDeclaredMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName));
        for (Method method : methods) {
            String name = propertyName(method);
            if (name != null && isPersistent(method) && (byGetter || explicitly(method, AccessType.PROPERTY))) {
                add(name, method, method.getGenericReturnType());
            }
        }
    }

    private static boolean explicitly(AnnotatedElement element, AccessType wanted) {
        Access access = element.getAnnotation(Access.class);
        return access != null && access.value() == wanted;
    }

    private static <M extends AccessibleObject & Member> boolean isPersistent(M member) {
        return !Modifier.isStatic(member.getModifiers())
                && !(member instanceof Field && Modifier.isTransient(member.getModifiers()))
                && !member.isSynthetic()
                && !member.getName().startsWith("$$_")
                && !member.isAnnotationPresent(Transient.class);
    }

    private static @Nullable String propertyName(Method method) {
        if (method.getParameterCount() != 0 || method.getReturnType() == void.class) {
            return null;
        }
        return Shape.propertyName(method.getName());
    }

    private void add(String name, AccessibleObject member, Type declared) {
        Class<?> raw = rawType(declared);
        Kind kind = kind(member, raw);
        Class<?> target = switch (kind) {
            case REFERENCE -> targetEntity(member, raw);
            case COLLECTION -> elementType(declared);
            case BASIC, EMBEDDED -> raw;
        };
        boolean id = isId(member);
        boolean lob = member.isAnnotationPresent(Lob.class);
        found.put(
                name,
                new Attribute(
                        name,
                        Values.boxed(target),
                        kind,
                        id,
                        !id && !raw.isPrimitive() && isNullable(member),
                        kind == Kind.REFERENCE && holdsForeignKey(member),
                        kind == Kind.BASIC && raw == String.class && !lob,
                        member));
    }

    private Class<?> rawType(Type type) {
        if (type instanceof Class<?> known) {
            return known;
        }
        if (type instanceof ParameterizedType parameterized) {
            return rawType(parameterized.getRawType());
        }
        if (type instanceof TypeVariable<?> variable) {
            Type actual = bound.get(variable);
            return rawType(actual == null ? variable.getBounds()[0] : actual);
        }
        return Object.class;
    }

    private Class<?> elementType(Type collection) {
        if (collection instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return rawType(arguments[arguments.length - 1]);
        }
        return Object.class;
    }

    private static Kind kind(AccessibleObject member, Class<?> raw) {
        if (member.isAnnotationPresent(ManyToOne.class) || member.isAnnotationPresent(OneToOne.class)) {
            return Kind.REFERENCE;
        }
        if (member.isAnnotationPresent(OneToMany.class)
                || member.isAnnotationPresent(ManyToMany.class)
                || member.isAnnotationPresent(ElementCollection.class)) {
            return Kind.COLLECTION;
        }
        boolean embedded = member.isAnnotationPresent(Embedded.class)
                || member.isAnnotationPresent(EmbeddedId.class)
                || raw.isAnnotationPresent(Embeddable.class);
        return embedded ? Kind.EMBEDDED : Kind.BASIC;
    }

    private static Class<?> targetEntity(AccessibleObject member, Class<?> raw) {
        ManyToOne many = member.getAnnotation(ManyToOne.class);
        OneToOne one = member.getAnnotation(OneToOne.class);
        Class<?> named = many != null ? many.targetEntity() : one != null ? one.targetEntity() : void.class;
        return named == void.class ? raw : named;
    }

    /** A key that refers to some other column than the target's key is compared through a join. */
    private static boolean holdsForeignKey(AccessibleObject member) {
        OneToOne one = member.getAnnotation(OneToOne.class);
        JoinColumn column = member.getAnnotation(JoinColumn.class);
        return (one == null || one.mappedBy().isEmpty())
                && (column == null || column.referencedColumnName().isEmpty());
    }

    private static boolean isNullable(AccessibleObject member) {
        return isNullable(member, Column.class, Column::nullable)
                && isNullable(member, JoinColumn.class, JoinColumn::nullable)
                && isNullable(member, Basic.class, Basic::optional)
                && isNullable(member, ManyToOne.class, ManyToOne::optional)
                && isNullable(member, OneToOne.class, OneToOne::optional);
    }

    private static <A extends Annotation> boolean isNullable(
            AccessibleObject member, Class<A> type, java.util.function.Predicate<A> allowed) {
        A annotation = member.getAnnotation(type);
        return annotation == null || allowed.test(annotation);
    }
}
