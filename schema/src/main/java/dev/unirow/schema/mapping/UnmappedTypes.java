package dev.unirow.schema.mapping;

import dev.unirow.schema.DatabaseKind;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.boot.MetadataSources;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

/**
 * Finds the attributes that Hibernate could not map: of a collection without the type of its elements it says nothing,
 * and of others the type alone.
 */
final class UnmappedTypes {
    private static final List<String> UNKNOWN =
            List.of("Could not determine JavaType nor JdbcType", "Could not determine recommended JdbcType");

    private static final List<String> WITHOUT_PARTS =
            List.of("Dialect does not support aggregate", "Unsupported aggregate SQL type");

    private UnmappedTypes() {}

    /** The failure with the attribute's name, or the failure itself where there is none to be named. */
    static RuntimeException named(RuntimeException failure, MetadataSources sources) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof NullPointerException) {
            return named(failure, sources, UnmappedTypes::isRaw, "the type of its elements is not stated");
        }
        if (WITHOUT_PARTS.stream().anyMatch(message::startsWith)) {
            return named(failure, sources, UnmappedTypes::isInOneColumn, "its parts cannot stand in one column");
        }
        return UNKNOWN.stream().anyMatch(message::startsWith)
                ? named(failure, sources, field -> isIn(message, field), "there is no type for it")
                : failure;
    }

    private static RuntimeException named(
            RuntimeException failure, MetadataSources sources, Predicate<Field> isMeant, String reason) {
        return sources.getAnnotatedClasses().stream()
                .flatMap(model -> fields(model).filter(isMeant).map(field -> model.getName() + "." + field.getName()))
                .findFirst()
                .<RuntimeException>map(attribute -> StorableTypes.refused(kind(sources), attribute, reason, failure))
                .orElse(failure);
    }

    private static DatabaseKind kind(MetadataSources sources) {
        return DatabaseKind.of(sources.getServiceRegistry()
                .requireService(JdbcEnvironment.class)
                .getDialect());
    }

    private static Stream<Field> fields(Class<?> model) {
        Class<?> parent = model.getSuperclass();
        return Stream.concat(
                Stream.of(model.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers())
                                && !Modifier.isTransient(field.getModifiers())),
                parent == null ? Stream.empty() : fields(parent));
    }

    private static boolean isRaw(Field field) {
        return field.getGenericType() instanceof Class<?> type
                && (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type))
                && type.getTypeParameters().length > 0
                && !field.isAnnotationPresent(Transient.class);
    }

    private static boolean isInOneColumn(Field field) {
        return field.isAnnotationPresent(JdbcTypeCode.class) && field.getType().isAnnotationPresent(Embeddable.class);
    }

    private static boolean isIn(String message, Field field) {
        String type = field.getGenericType().getTypeName();
        return message.contains(" " + type + ";") || message.contains("'" + type + "'");
    }
}
