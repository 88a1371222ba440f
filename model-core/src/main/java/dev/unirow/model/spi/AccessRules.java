package dev.unirow.model.spi;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Transient;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether a class is read by its fields or by its getters: {@code InheritanceState} of Hibernate decides the same. */
final class AccessRules {
    private static final Set<Class<? extends Annotation>> MAPS_NOTHING = Set.of(
            Access.class,
            Transient.class,
            PostLoad.class,
            PostPersist.class,
            PostRemove.class,
            PostUpdate.class,
            PrePersist.class,
            PreRemove.class,
            PreUpdate.class);

    private AccessRules() {}

    static AccessType own(AnnotatedElement element, AccessType otherwise) {
        Access access = element.getAnnotation(Access.class);
        return access == null ? otherwise : access.value();
    }

    /** What classes of a line are read by that have no {@link Access}. */
    static AccessType of(Class<?> type) {
        return MappedClass.isEntity(type) ? ofEntity(type) : own(type, ofValue(type));
    }

    private static AccessType ofEntity(Class<?> type) {
        return Stream.<Supplier<Optional<AccessType>>>of(
                        () -> byKey(type),
                        () -> byMembers(type),
                        () -> byMembers(root(type)),
                        () -> mappedSuperclasses(type)
                                .flatMap(at -> byMembers(at).stream())
                                .findFirst())
                .flatMap(rule -> rule.get().stream())
                .findFirst()
                .orElse(AccessType.PROPERTY);
    }

    /** A value by itself. Members of a key class are seldom annotated, so that nothing is known of it: its fields. */
    private static AccessType ofValue(Class<?> type) {
        return line(type).flatMap(at -> byMembers(at).stream()).findFirst().orElse(AccessType.FIELD);
    }

    /** The first class from below that has a key decides, unless it says itself how it is read. */
    private static Optional<AccessType> byKey(Class<?> type) {
        return line(type)
                .filter(at -> MappedClass.isEntity(at) || at.isAnnotationPresent(MappedSuperclass.class))
                .filter(at -> !at.isAnnotationPresent(Access.class))
                .flatMap(at -> Stream.concat(
                        decides(Members.getters(at), AccessRules::isKey, AccessType.PROPERTY),
                        decides(Members.fields(at), AccessRules::isKey, AccessType.FIELD)))
                .findFirst();
    }

    private static Optional<AccessType> byMembers(Class<?> at) {
        return Stream.concat(
                        decides(Members.fields(at), AccessRules::isMapped, AccessType.FIELD),
                        decides(Members.getters(at), AccessRules::isMapped, AccessType.PROPERTY))
                .findFirst();
    }

    private static Stream<AccessType> decides(
            List<? extends AnnotatedElement> members, Predicate<AnnotatedElement> rule, AccessType access) {
        return members.stream()
                .filter(member -> !member.isAnnotationPresent(Access.class))
                .filter(rule)
                .map(member -> access)
                .limit(1);
    }

    static boolean isKey(AnnotatedElement member) {
        return member.isAnnotationPresent(Id.class) || member.isAnnotationPresent(EmbeddedId.class);
    }

    private static boolean isMapped(AnnotatedElement member) {
        return Arrays.stream(member.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type ->
                        type.getPackageName().startsWith("jakarta.persistence") && !MAPS_NOTHING.contains(type));
    }

    private static Class<?> root(Class<?> type) {
        return line(type)
                .filter(MappedClass::isEntity)
                .reduce((below, above) -> above)
                .orElse(type);
    }

    private static Stream<Class<?>> mappedSuperclasses(Class<?> type) {
        return line(type).filter(at -> at.isAnnotationPresent(MappedSuperclass.class));
    }

    private static Stream<Class<?>> line(Class<?> type) {
        return Stream.<Class<?>>iterate(type, at -> at != null && at != Object.class, Class::getSuperclass);
    }
}
