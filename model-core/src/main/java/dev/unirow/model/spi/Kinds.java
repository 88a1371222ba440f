package dev.unirow.model.spi;

import dev.unirow.model.spi.MappedAttribute.Kind;
import jakarta.persistence.AccessType;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an attribute is mapped to, by its annotations and its type. */
final class Kinds {
    private Kinds() {}

    static MappedAttribute attribute(
            String name, BoundTypes bound, Member member, Member reader, @Nullable Member writer, AccessType access) {
        AnnotatedElement annotated = (AnnotatedElement) member;
        Type declared = bound.resolve(
                member instanceof Field field ? field.getGenericType() : ((Method) member).getGenericReturnType());
        Kind kind = kind(annotated, BoundTypes.raw(declared));
        return new MappedAttribute(name, kind, targeted(annotated, kind, declared), member, reader, writer, access);
    }

    private static Kind kind(AnnotatedElement member, Class<?> type) {
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
                || (type.isAnnotationPresent(Embeddable.class) && !member.isAnnotationPresent(Convert.class));
        return embedded ? Kind.EMBEDDED : Kind.BASIC;
    }

    private static Type targeted(AnnotatedElement member, Kind kind, Type declared) {
        Class<?> target = Stream.<Class<?>>of(
                        named(member, ManyToOne.class, ManyToOne::targetEntity),
                        named(member, OneToOne.class, OneToOne::targetEntity),
                        named(member, OneToMany.class, OneToMany::targetEntity),
                        named(member, ManyToMany.class, ManyToMany::targetEntity),
                        named(member, ElementCollection.class, ElementCollection::targetClass))
                .filter(each -> each != void.class)
                .findFirst()
                .orElse(void.class);
        if (target == void.class) {
            return declared;
        }
        return kind == Kind.COLLECTION ? BoundTypes.withElements(declared, target) : target;
    }

    private static <A extends Annotation> Class<?> named(
            AnnotatedElement member, Class<A> annotation, Function<A, Class<?>> target) {
        A found = member.getAnnotation(annotation);
        return found == null ? void.class : target.apply(found);
    }
}
