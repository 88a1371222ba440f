package dev.unirow.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.unirow.model.internal.Normalizers;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.beans.Introspector;
import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a class's {@link Shape} by the rules of Jakarta Persistence: fields or getters, depending on where the key is
 * annotated, and {@link Access} beside.
 */
final class ShapeReader {
    private static final String ENHANCED = "$$_hibernate_";

    private final Class<?> type;
    private final Deque<Class<?>> mapped = new ArrayDeque<>();
    private final Map<String, Property> properties = new LinkedHashMap<>();

    private ShapeReader(Class<?> type) {
        this.type = type;
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            if (at == type || isMapped(at)) {
                mapped.addFirst(at);
            }
        }
    }

    static Shape read(Class<?> type) {
        return new ShapeReader(type).shape();
    }

    private static boolean isMapped(Class<?> type) {
        return type.isAnnotationPresent(Entity.class)
                || type.isAnnotationPresent(MappedSuperclass.class)
                || type.isAnnotationPresent(Embeddable.class);
    }

    private Shape shape() {
        if (type.isRecord()) {
            readRecord();
        } else {
            AccessType access =
                    mapped.stream().anyMatch(ShapeReader::hasKeyOnGetter) ? AccessType.PROPERTY : AccessType.FIELD;
            for (Class<?> at : mapped) {
                readClass(at, access);
            }
        }
        List<Property> all = new ArrayList<>(properties.values());
        List<Property> ids = all.stream().filter(Property::id).toList();
        return new Shape(type, root(), all, ids, keyType(), new Shape.Fresh(type));
    }

    private Class<?> root() {
        return mapped.stream()
                .filter(at -> at.isAnnotationPresent(Entity.class))
                .findFirst()
                .orElse(type);
    }

    private @Nullable Class<?> keyType() {
        return mapped.stream()
                .filter(at -> at.isAnnotationPresent(IdClass.class))
                .<Class<?>>map(at -> at.getAnnotation(IdClass.class).value())
                .findFirst()
                .orElse(null);
    }

    private static boolean hasKeyOnGetter(Class<?> at) {
        return Arrays.stream(at.getDeclaredMethods())
                .anyMatch(
                        method -> method.isAnnotationPresent(Id.class) || method.isAnnotationPresent(EmbeddedId.class));
    }

    private void readRecord() {
        for (RecordComponent component : type.getRecordComponents()) {
            add(component.getName(), component.getGenericType(), component.getAccessor(), null);
        }
    }

    private void readClass(Class<?> at, AccessType inherited) {
        Access own = at.getAnnotation(Access.class);
        AccessType access = own == null ? inherited : own.value();
        for (Field field : at.getDeclaredFields()) {
            if (isPersistent(field) && accessOf(field, access) == AccessType.FIELD) {
                add(field.getName(), field.getGenericType(), field, writer(at, field));
            }
        }
        for (Method method : getters(at)) {
            if (accessOf(method, access) == AccessType.PROPERTY) {
                add(
                        String.valueOf(propertyOfGetter(method)),
                        method.getGenericReturnType(),
                        method,
                        setter(at, method));
            }
        }
    }

    /**
     * The platform hands methods out in no order: the key comes first, then what has a field of its name as that is
     * declared, then the rest by name.
     */
    private static List<Method> getters(Class<?> at) {
        List<String> fields =
                Arrays.stream(at.getDeclaredFields()).map(Field::getName).toList();
        return Arrays.stream(at.getDeclaredMethods())
                .filter(method -> propertyOfGetter(method) != null)
                .sorted(Comparator.comparing((Method method) -> !hasAny(method, List.of(Id.class, EmbeddedId.class)))
                        .thenComparing(method -> {
                            int index = fields.indexOf(propertyOfGetter(method));
                            return index < 0 ? Integer.MAX_VALUE : index;
                        })
                        .thenComparing(method -> String.valueOf(propertyOfGetter(method))))
                .toList();
    }

    private static boolean isPersistent(Field field) {
        int modifiers = field.getModifiers();
        return !Modifier.isStatic(modifiers)
                && !Modifier.isTransient(modifiers)
                && !field.isSynthetic()
                && !field.isAnnotationPresent(Transient.class)
                // what bytecode enhancement adds
                && !field.getName().startsWith(ENHANCED);
    }

    /** A class enhanced by Hibernate watches changes in methods of its own, past which a field must not be written. */
    private static @Nullable AccessibleObject writer(Class<?> at, Field field) {
        if (Modifier.isFinal(field.getModifiers())) {
            return null;
        }
        String enhanced = ENHANCED + "write_" + field.getName();
        return Arrays.stream(at.getDeclaredMethods())
                .filter(method -> method.getName().equals(enhanced))
                .<AccessibleObject>map(method -> method)
                .findFirst()
                .orElse(field);
    }

    private static AccessType accessOf(AnnotatedElement member, AccessType otherwise) {
        Access own = member.getAnnotation(Access.class);
        return own == null ? otherwise : own.value();
    }

    private static @Nullable String propertyOfGetter(Method method) {
        if (method.getParameterCount() != 0
                || Modifier.isStatic(method.getModifiers())
                || method.isSynthetic()
                || method.getReturnType() == void.class
                || method.isAnnotationPresent(Transient.class)
                || method.getName().startsWith(ENHANCED)) {
            return null;
        }
        String name = method.getName();
        if (name.startsWith("get") && name.length() > 3) {
            return Introspector.decapitalize(name.substring(3));
        }
        boolean answersYesOrNo = method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class;
        return answersYesOrNo && name.startsWith("is") && name.length() > 2
                ? Introspector.decapitalize(name.substring(2))
                : null;
    }

    private static @Nullable Method setter(Class<?> at, Method getter) {
        String name = getter.getName().startsWith("get")
                ? getter.getName().substring(3)
                : getter.getName().substring(2);
        return Arrays.stream(at.getDeclaredMethods())
                .filter(method -> method.getName().equals("set" + name)
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0] == getter.getReturnType())
                .findFirst()
                .orElse(null);
    }

    private void add(String name, Type declared, AccessibleObject reader, @Nullable AccessibleObject writer) {
        Member member = (Member) reader;
        JavaType resolved = resolve(declared, member.getDeclaringClass());
        makeAccessible(reader);
        if (writer != null) {
            makeAccessible(writer);
        }
        AnnotatedElement annotated = reader;
        properties.put(
                name,
                new Property(
                        name,
                        jsonName(name, annotated),
                        resolved,
                        kind(annotated, resolved.getRawClass()),
                        annotated.isAnnotationPresent(Id.class) || annotated.isAnnotationPresent(EmbeddedId.class),
                        annotated.isAnnotationPresent(Version.class),
                        annotated.isAnnotationPresent(GeneratedValue.class),
                        isSecret(annotated) || accessors(member).anyMatch(ShapeReader::isSecret),
                        normalizers(name, member, annotated, resolved),
                        member,
                        (Member) writer));
    }

    private static @Nullable Normalizers normalizers(
            String name, Member member, AnnotatedElement annotated, JavaType type) {
        String attribute = "'" + member.getDeclaringClass().getSimpleName() + "." + name + "'";
        Normalizers normalizers = Normalizers.of(annotated, type, attribute);
        Property.Kind kind = kind(annotated, type.getRawClass());
        if (normalizers != null && (kind == Property.Kind.REFERENCE || kind == Property.Kind.COLLECTION)) {
            throw new IllegalArgumentException(
                    attribute
                            + " is a reference or a collection with a table of its own, which @Normalize is not for: remove it.");
        }
        return normalizers;
    }

    private static String jsonName(String name, AnnotatedElement member) {
        JsonProperty json = member.getAnnotation(JsonProperty.class);
        return json == null || json.value().isEmpty() ? name : json.value();
    }

    /** What the application hides from Jackson counts as private too. */
    private static boolean isSecret(AnnotatedElement member) {
        JsonProperty json = member.getAnnotation(JsonProperty.class);
        return member.isAnnotationPresent(Private.class)
                || member.isAnnotationPresent(JsonIgnore.class)
                || (json != null && json.access() == JsonProperty.Access.WRITE_ONLY);
    }

    /** The methods beside a field that read it. */
    static Stream<Method> accessors(Member member) {
        String name = member.getName();
        String upper = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        Set<String> names = Set.of(name, "get" + upper, "is" + upper);
        return Arrays.stream(member.getDeclaringClass().getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && names.contains(method.getName()));
    }

    private void makeAccessible(AccessibleObject member) {
        try {
            member.setAccessible(true);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "'" + type.getName() + "' hides its properties from Unirow: let its module open the package '"
                            + type.getPackageName() + "'.",
                    e);
        }
    }

    /** The declared type with the type variables of generic superclasses filled in. */
    private JavaType resolve(Type declared, Class<?> in) {
        TypeFactory types = TypeFactory.defaultInstance();
        JavaType container = types.constructType(type).findSuperType(in);
        return types.resolveMemberType(declared, container.getBindings());
    }

    private static Property.Kind kind(AnnotatedElement member, Class<?> type) {
        if (hasAny(member, List.of(ManyToOne.class, OneToOne.class))) {
            return Property.Kind.REFERENCE;
        }
        if (hasAny(member, List.of(OneToMany.class, ManyToMany.class, ElementCollection.class))) {
            return Property.Kind.COLLECTION;
        }
        boolean embedded = hasAny(member, List.of(Embedded.class, EmbeddedId.class));
        return embedded || type.isAnnotationPresent(Embeddable.class) ? Property.Kind.EMBEDDED : Property.Kind.BASIC;
    }

    private static boolean hasAny(AnnotatedElement member, List<Class<? extends Annotation>> annotations) {
        return annotations.stream().anyMatch(member::isAnnotationPresent);
    }
}
