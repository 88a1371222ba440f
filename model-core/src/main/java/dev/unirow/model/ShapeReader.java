package dev.unirow.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.unirow.model.internal.Normalizers;
import dev.unirow.model.spi.MappedAttribute;
import dev.unirow.model.spi.MappedClass;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a class's {@link Shape}: what is mapped, and beside it what JSON and privacy say of it. */
final class ShapeReader {
    private final Class<?> type;
    private final Map<String, Property> properties = new LinkedHashMap<>();

    private ShapeReader(Class<?> type) {
        this.type = type;
    }

    /** Of an embedded value or a key class: by its own annotations, since its owner is not known. */
    static Shape read(Class<?> type) {
        return read(MappedClass.of(type));
    }

    static Shape read(MappedClass mapped) {
        return new ShapeReader(mapped.type()).shape(mapped);
    }

    private Shape shape(MappedClass mapped) {
        mapped.attributes().forEach(this::add);
        List<Property> all = List.copyOf(properties.values());
        List<Property> ids = all.stream().filter(Property::id).toList();
        return new Shape(type, mapped.root(), mapped.access(), all, ids, mapped.keyType(), new Shape.Fresh(type));
    }

    private void add(MappedAttribute mapped) {
        String name = mapped.name();
        Member member = mapped.member();
        AnnotatedElement annotated = mapped.annotated();
        Member writer = mapped.writer();
        makeAccessible((AccessibleObject) mapped.reader());
        if (writer != null) {
            makeAccessible((AccessibleObject) writer);
        }
        JavaType resolved = TypeFactory.defaultInstance().constructType(mapped.type());
        properties.put(
                name,
                new Property(
                        name,
                        jsonName(name, annotated),
                        resolved,
                        Property.Kind.valueOf(mapped.kind().name()),
                        mapped.id(),
                        mapped.version(),
                        mapped.generated(),
                        isSecret(annotated) || beside(name, member).anyMatch(ShapeReader::isSecret),
                        normalizers(mapped, resolved),
                        mapped.reader(),
                        writer,
                        mapped));
    }

    private static @Nullable Normalizers normalizers(MappedAttribute mapped, JavaType type) {
        String attribute = "'" + mapped.member().getDeclaringClass().getSimpleName() + "." + mapped.name() + "'";
        Normalizers normalizers = Normalizers.of(mapped.annotated(), type, attribute);
        if (normalizers != null
                && (mapped.kind() == MappedAttribute.Kind.REFERENCE
                        || mapped.kind() == MappedAttribute.Kind.COLLECTION)) {
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

    /** What else stands for the attribute in its class: the accessors of a field, the field of a getter. */
    private static Stream<AnnotatedElement> beside(String name, Member member) {
        Stream<Field> field = member instanceof Method
                ? Arrays.stream(member.getDeclaringClass().getDeclaredFields())
                        .filter(each -> each.getName().equals(name))
                : Stream.empty();
        return Stream.concat(field, accessors(member));
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
}
