package dev.unirow.session.internal.mapping;

import jakarta.persistence.Embeddable;
import jakarta.persistence.MappedSuperclass;
import java.util.Arrays;
import java.util.Collection;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.Managed;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.property.access.spi.PropertyAccessStrategy;

/** What happens to models after Hibernate has read their mapping and before it builds the session factory. */
public final class MappedModels {
    private MappedModels() {}

    /**
     * Lets references answer their key by record-style accessors, and refuses models that would fail or lie later on.
     *
     * @param asked the classes that were named as models; each must be mapped
     * @throws MappingException naming the model and the reason
     */
    public static void prepare(Metadata metadata, Collection<Class<?>> asked) {
        asked.forEach(type -> requireMapped(metadata, type));
        for (PersistentClass model : metadata.getEntityBindings()) {
            if (model.getMappedClass() == null) {
                continue;
            }
            requireLoadable(model.getMappedClass());
            FittingNormalizers.require(model);
            teachKeyAccessor(model);
        }
        LazyReach.of(metadata).forEach(LazyReach::requireThatStandInsTellTheTruth);
    }

    private static void requireMapped(Metadata metadata, Class<?> type) {
        boolean part = type.isAnnotationPresent(Embeddable.class) || type.isAnnotationPresent(MappedSuperclass.class);
        if (!part && metadata.getEntityBinding(type.getName()) == null) {
            throw new MappingException(
                    "'" + type.getName()
                            + "' is no model: its class is not annotated with @Entity of jakarta.persistence. Add it, or leave the class out.");
        }
    }

    private static void requireLoadable(Class<?> type) {
        if (type.isRecord()) {
            throw new MappingException(
                    "'" + type.getName()
                            + "' is a record, and a row's key and references change after it is made. Declare a class with private fields instead.");
        }
        boolean made = Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
        if (!made) {
            throw new MappingException(
                    "'" + type.getName()
                            + "' could be stored but never loaded: it has no constructor without arguments. Add a protected one.");
        }
    }

    private static void teachKeyAccessor(PersistentClass model) {
        Property key = model.getIdentifierProperty();
        if (key == null || !"field".equals(key.getPropertyAccessorName())) {
            return;
        }
        PropertyAccessStrategy fields = key.getPropertyAccessStrategy(model.getMappedClass());
        if (!(fields instanceof RecordStyleKeyAccess)) {
            key.setPropertyAccessStrategy(new RecordStyleKeyAccess(fields));
        }
    }

    /** Whether a class was enhanced at build time: its instances are their own stand-ins, and fields are safe. */
    static boolean isEnhanced(Class<?> type) {
        return Managed.class.isAssignableFrom(type);
    }
}
