package dev.unirow.session.internal.unit;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.unirow.session.internal.sql.KeyColumns;
import dev.unirow.session.internal.wire.WholeNumbers;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.MapsId;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.hibernate.generator.internal.CurrentTimestampGeneration;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.CompositeIdentifierMapping;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.type.CompositeType;
import org.hibernate.type.EntityType;
import org.hibernate.type.ForeignKeyDirection;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** What Hibernate knows of the models, for questions that need no session. Thread-safe. */
public final class ModelCatalog {
    private final SessionFactoryImplementor factory;
    private final Map<EntityPersister, Boolean> assignedKeys = new ConcurrentHashMap<>();
    private final Set<Class<?>> setInVain = ConcurrentHashMap.newKeySet();

    ModelCatalog(SessionFactoryImplementor factory) {
        this.factory = factory;
    }

    /** Whether this is asked of the class for the first time: one of it was set in a session that only reads. */
    public boolean isFirstSetInVain(Class<?> type) {
        return setInVain.add(type);
    }

    /**
     * Refuses what is no model of this database.
     *
     * @throws IllegalArgumentException if it is none
     */
    public void requireModel(Class<?> type) {
        var unused = require(type);
    }

    /**
     * The model class of an object, past any proxy.
     *
     * @throws IllegalArgumentException if it is no model of this database
     */
    @CanIgnoreReturnValue
    public Class<?> modelOf(Object model) {
        return persister(model).getMappedClass();
    }

    /**
     * The model class of an object, as its type.
     *
     * @throws IllegalArgumentException if it is no model of this database
     */
    @SuppressWarnings("unchecked") // the model is an instance of its class
    public <T> Class<T> classOf(T model) {
        requireNonNull(model, "The model is null.");
        return (Class<T>) modelOf(model);
    }

    /** The present time for each property that Hibernate sets to it whenever a row changes, by name. */
    public Map<String, Object> updateTimes(Class<?> type) {
        EntityPersister persister = require(type);
        Generator[] generators = persister.getGenerators();
        Map<String, Object> times = new LinkedHashMap<>();
        for (int i = 0; i < generators.length; i++) {
            boolean isTime = generators[i] instanceof CurrentTimestampGeneration
                    && generators[i].generatesOnUpdate()
                    && !generators[i].generatedOnExecution()
                    && !(persister.isVersioned() && i == persister.getVersionPropertyIndex());
            if (isTime) {
                // Hibernate's clock asks for neither session nor row
                times.put(
                        persister.getPropertyNames()[i],
                        ((CurrentTimestampGeneration) generators[i]).generate(null, null, null, EventType.UPDATE));
            }
        }
        return times;
    }

    /** The key of a model, also of one that is not loaded; null where it has none yet. */
    public @Nullable Object keyOf(Object model) {
        if (model instanceof HibernateProxy proxy) {
            return proxy.getHibernateLazyInitializer().getInternalIdentifier();
        }
        EntityPersister persister = persister(model);
        Object key = persister.getIdentifier(model);
        return key == null
                        || Boolean.TRUE.equals(persister
                                .getIdentifierMapping()
                                .getUnsavedStrategy()
                                .isUnsaved(key))
                ? null
                : key;
    }

    /** Whether a model has a key that would be generated if it had none. */
    public boolean hasGivenKey(Object model) {
        return keyOf(model) != null && persister(model).getGenerator().generatesOnInsert();
    }

    /** Whether nobody but the program gives a model its key, or any part of it: neither a generator nor a reference. */
    public boolean hasAssignedKey(Object model) {
        return assignedKeys.computeIfAbsent(persister(model), ModelCatalog::isKeyAssigned);
    }

    private static boolean isKeyAssigned(EntityPersister persister) {
        if (!(persister.getIdentifierType() instanceof CompositeType composite)) {
            return !persister.getGenerator().generatesOnInsert();
        }
        // the generator of a key of several parts does not tell whether it has anything to do
        return !isGenerated(persister.getMappedClass()) && !isGenerated(composite.getReturnedClass());
    }

    private static boolean isGenerated(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            boolean generated = Stream.<AnnotatedElement>concat(
                            Arrays.stream(at.getDeclaredFields()), Arrays.stream(at.getDeclaredMethods()))
                    .anyMatch(member -> member.isAnnotationPresent(GeneratedValue.class)
                            || member.isAnnotationPresent(MapsId.class));
            if (generated) {
                return true;
            }
        }
        return false;
    }

    /** The model classes by the tables that hold their rows; of classes that share a table, the one at the top. */
    public Map<String, Class<?>> classesByTable() {
        Map<String, Class<?>> classes = new HashMap<>();
        factory.getMappingMetamodel()
                .forEachEntityDescriptor(descriptor -> classes.merge(
                        unquoted(((AbstractEntityPersister) descriptor).getTableName()),
                        descriptor.getMappedClass(),
                        (one, other) -> one.isAssignableFrom(other) ? one : other));
        return Map.copyOf(classes);
    }

    /** The model class of Hibernate's name for it; null where there is none. */
    public @Nullable Class<?> classNamed(String entity) {
        EntityPersister descriptor = factory.getMappingMetamodel().findEntityDescriptor(entity);
        return descriptor == null ? null : descriptor.getMappedClass();
    }

    private String unquoted(String table) {
        Dialect dialect = factory.getJdbcServices().getDialect();
        return table.charAt(0) == dialect.openQuote() ? table.substring(1, table.length() - 1) : table;
    }

    /** The model classes, in the order of their names. */
    public List<Class<?>> models() {
        return factory.getMappingMetamodel()
                .streamEntityDescriptors()
                .<Class<?>>map(EntityPersister::getMappedClass)
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    /** Whether the class is a model of this database. */
    public boolean isModel(Class<?> type) {
        return factory.getMappingMetamodel().findEntityDescriptor(type) != null;
    }

    /** The version of a loaded model; null where it has none. */
    public @Nullable Object versionOf(Object model) {
        EntityPersister persister = persister(model);
        return persister.isVersioned() ? persister.getVersion(model) : null;
    }

    /**
     * The key in the type that the model's key has: any whole number serves for any whole number type that it fits.
     *
     * @throws IllegalArgumentException if it is of another type
     */
    public Object coerceKey(Class<?> type, Object key) {
        EntityPersister persister = require(type);
        Class<?> wanted = persister.getIdentifierType().getReturnedClass();
        return WholeNumbers.coerce(wanted, key)
                .or(() -> wanted.isInstance(key) ? Optional.of(key) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException("The key of " + type.getSimpleName() + " is a "
                        + wanted.getSimpleName() + ", not a " + key.getClass().getSimpleName() + "."));
    }

    /**
     * The columns of a model's key.
     *
     * @throws IllegalArgumentException if it is no model of this database, or a part of its key is no single column
     */
    public KeyColumns keyColumns(Class<?> type) {
        EntityIdentifierMapping key = require(type).getIdentifierMapping();
        List<KeyColumns.Part> parts = new ArrayList<>();
        if (!(key instanceof CompositeIdentifierMapping composite)) {
            addColumns(key, parts);
            return new KeyColumns(parts, values -> requireNonNull(values[0]));
        }
        EmbeddableMappingType whole = composite.getMappedIdEmbeddableTypeDescriptor();
        whole.forEachAttributeMapping(attribute -> {
            if (!(attribute instanceof BasicValuedModelPart)) {
                throw new IllegalArgumentException("The rows of SQL cannot be read as " + type.getSimpleName()
                        + ": the part '" + attribute.getAttributeName()
                        + "' of its key is not a single column. Read them as a record, or write HQL.");
            }
            addColumns(attribute, parts);
        });
        return new KeyColumns(
                parts,
                values -> whole.getRepresentationStrategy().getInstantiator().instantiate(() -> values));
    }

    private void addColumns(ModelPart part, List<KeyColumns.Part> parts) {
        part.forEachSelectable((index, column) ->
                parts.add(new KeyColumns.Part(unquoted(column.getSelectionExpression()), column.getJdbcMapping())));
    }

    /** The models that this one refers to by its to-one references, loaded or not. */
    public List<Reference> references(Object model) {
        EntityPersister persister = persister(model);
        Type[] types = persister.getPropertyTypes();
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            boolean inOwnRow = types[i] instanceof EntityType reference
                    && reference.getForeignKeyDirection() == ForeignKeyDirection.FROM_PARENT;
            if (inOwnRow) {
                Object value = persister.getValue(model, i);
                if (value != null) {
                    boolean required = !persister.getPropertyNullability()[i];
                    references.add(new Reference(
                            persister.getPropertyNames()[i],
                            value,
                            required,
                            required && persister.getGenerator().generatedOnExecution()));
                }
            }
        }
        return references;
    }

    /**
     * A reference that stands in a column of the model's row.
     *
     * @param required whether the column may not be null
     * @param blocksItself whether a new row cannot refer to itself, as the insert makes the key
     */
    public record Reference(String property, Object referred, boolean required, boolean blocksItself) {}

    private EntityPersister persister(Object model) {
        return model instanceof HibernateProxy proxy
                ? require(proxy.getHibernateLazyInitializer().getPersistentClass())
                : require(model.getClass());
    }

    private EntityPersister require(Class<?> type) {
        EntityPersister persister = factory.getMappingMetamodel().findEntityDescriptor(type);
        if (persister == null) {
            String known = factory.getMappingMetamodel()
                    .streamEntityDescriptors()
                    .map(descriptor -> descriptor.getMappedClass().getSimpleName())
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException(type.getName()
                    + " is no model of this database: annotate it with @Entity and give it to Database.open. Known models: "
                    + (known.isEmpty() ? "none, and no index META-INF/unirow/models" : known) + ".");
        }
        return persister;
    }
}
