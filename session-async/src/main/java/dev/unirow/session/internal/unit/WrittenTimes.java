package dev.unirow.session.internal.unit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.BasicPluralType;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the times of models to the digits that their columns keep, in the models, before they are sent: left to the
 * databases, one would round them, the next cut them, and a third keep them, and a model would be another than its row.
 */
final class WrittenTimes {
    private final SessionFactoryImplementor factory;
    private final Dialect dialect;

    WrittenTimes(SessionFactoryImplementor factory) {
        this.factory = factory;
        this.dialect = factory.getJdbcServices().getDialect();
    }

    /** All times of a model whose row is to be inserted, its key's too. */
    void cutAll(EntityPersister persister, Object model, SharedSessionContractImplementor session) {
        Object key = persister.getIdentifier(model, session);
        Object cut = cutKey(persister, key);
        if (cut != null && cut != key) {
            persister.setIdentifier(model, cut, session);
        }
        cutChanged(persister, model, null);
        cutElements(persister, model);
    }

    private @Nullable Object cutKey(EntityPersister persister, @Nullable Object key) {
        return key != null
                        && persister.getIdentifierMapping() instanceof NonAggregatedIdentifierMapping parts
                        && parts.getIdClassEmbeddable() != null
                ? cutParts(parts.getIdClassEmbeddable(), key)
                : cut(persister.getIdentifierMapping(), key);
    }

    /**
     * What differs from the state that was read or written last: a row may hold more digits than its column has now.
     */
    void cutChanged(EntityPersister persister, Object model, @Nullable Object @Nullable [] before) {
        for (int i = 0; i < persister.getPropertyTypes().length; i++) {
            AttributeMapping attribute = persister.getAttributeMapping(i);
            if (mayHoldTimes(attribute)) {
                Object value = persister.getValue(model, i);
                if (isChanged(persister, i, before, value)) {
                    Object cut = cut(attribute, value);
                    if (cut != value) {
                        persister.setValue(model, i, cut);
                    }
                }
            }
        }
    }

    /** The same for what is about to be sent. */
    void cutState(EntityPersister persister, @Nullable Object[] state, @Nullable Object @Nullable [] before) {
        for (int i = 0; i < state.length; i++) {
            AttributeMapping attribute = persister.getAttributeMapping(i);
            if (mayHoldTimes(attribute) && isChanged(persister, i, before, state[i])) {
                state[i] = cut(attribute, state[i]);
            }
        }
    }

    private boolean isChanged(
            EntityPersister persister, int property, @Nullable Object @Nullable [] before, @Nullable Object value) {
        return value != null
                && value != LazyPropertyInitializer.UNFETCHED_PROPERTY
                && (before == null
                        || before[property] == null
                        || before[property] == LazyPropertyInitializer.UNFETCHED_PROPERTY
                        || !persister.getPropertyTypes()[property].isEqual(before[property], value, factory));
    }

    /** Without a look at any value. */
    private boolean mayHoldTimes(AttributeMapping attribute) {
        if (attribute instanceof BasicValuedModelPart basic) {
            return ColumnDigits.of(basic, dialect) < TemporalDigits.ALL;
        }
        return attribute instanceof EmbeddableValuedModelPart;
    }

    /** The times in collections of values that were changed, or that are new. */
    void cutElements(EntityPersister persister, Object model) {
        for (int i = 0; i < persister.getPropertyTypes().length; i++) {
            if (persister.getAttributeMapping(i) instanceof PluralAttributeMapping plural) {
                Object value = persister.getValue(model, i);
                if (value != null && isToBeWritten(value)) {
                    Object cut = cutElements(plural, value);
                    if (cut != value) {
                        persister.setValue(model, i, cut);
                    }
                }
            }
        }
    }

    private static boolean isToBeWritten(Object collection) {
        return collection != LazyPropertyInitializer.UNFETCHED_PROPERTY
                && (!(collection instanceof PersistentCollection<?> tracked)
                        || (tracked.wasInitialized() && (tracked.isDirty() || tracked.getStoredSnapshot() == null)));
    }

    private Object cutElements(PluralAttributeMapping plural, Object value) {
        ModelPart element = plural.getElementDescriptor();
        if (value instanceof Map<?, ?> map) {
            return cutEntries(plural.getIndexDescriptor(), element, map);
        }
        if (!(element instanceof BasicValuedModelPart || element instanceof EmbeddableValuedModelPart)) {
            return value;
        }
        if (value instanceof Object[]) {
            @Nullable Object[] array = (@Nullable Object[]) value;
            for (int i = 0; i < array.length; i++) {
                array[i] = cut(element, array[i]);
            }
            return array;
        }
        return value instanceof java.util.Collection<?> collection
                ? CutElements.of(collection, each -> cut(element, each))
                : value;
    }

    private Object cutEntries(@Nullable ModelPart key, ModelPart element, Map<?, ?> map) {
        Map<@Nullable Object, @Nullable Object> cut = new LinkedHashMap<>();
        boolean[] isCut = {false};
        map.forEach((name, value) -> {
            Object newName = key == null ? name : cut(key, name);
            Object newValue = cut(element, value);
            isCut[0] |= newName != name || newValue != value;
            cut.put(newName, newValue);
        });
        return isCut[0] ? CutElements.replaced(map, cut) : map;
    }

    /** A value of a part of a mapping; the same object where nothing was cut, or where it could be changed itself. */
    @Nullable Object cut(@Nullable ModelPart part, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (part instanceof BasicValuedModelPart basic) {
            int digits = ColumnDigits.of(basic, dialect);
            return digits == TemporalDigits.ALL ? value : cut(basic.getJdbcMapping(), value, digits);
        }
        return part instanceof EmbeddableValuedModelPart whole
                ? cutParts(whole.getEmbeddableTypeDescriptor(), value)
                : value;
    }

    private static Object cut(JdbcMapping type, Object value, int digits) {
        if (type instanceof BasicPluralType<?, ?> array) {
            return CutElements.ofArray(value, each -> each == null ? null : cut(array.getElementType(), each, digits));
        }
        Object stored = type.convertToRelationalValue(value);
        Object cut = stored == null ? null : TemporalDigits.cut(stored, digits);
        return cut == null || cut == stored ? value : domainValue(type, cut);
    }

    private static Object domainValue(JdbcMapping type, Object stored) {
        Object value = type.getValueConverter() == null ? stored : type.convertToDomainValue(stored);
        return value == null ? stored : value;
    }

    /** One column of JSON for all parts keeps what it is given; a type of the application's own is left alone. */
    private Object cutParts(EmbeddableMappingType type, Object whole) {
        Class<?> mapped = type.getMappedJavaType().getJavaTypeClass();
        if (type.getAggregateMapping() != null || !mapped.isInstance(whole)) {
            return whole;
        }
        @Nullable Object[] parts = type.getValues(whole);
        boolean isCut = false;
        for (int i = 0; i < type.getNumberOfAttributeMappings(); i++) {
            Object cut = cut(type.getAttributeMapping(i), parts[i]);
            isCut |= cut != parts[i];
            parts[i] = cut;
        }
        if (!isCut) {
            return whole;
        }
        if (mapped.isRecord()) {
            return type.getRepresentationStrategy().getInstantiator().instantiate(() -> parts);
        }
        type.setValues(whole, parts);
        return whole;
    }
}
