package dev.unirow.session.internal.value;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Makes values what their columns keep, in the models, before they are sent, or refuses them: left to the databases,
 * one would round them, the next cut them, and a third keep them, and a model would be another than its row.
 *
 * <p>Whatever refuses a value throws {@link dev.unirow.model.InvalidModelException}.
 */
public final class WrittenValues {
    private final SessionFactoryImplementor factory;
    private final boolean requireLengths;
    private final Map<EntityPersister, ModelRules> rules = new ConcurrentHashMap<>();
    private final Map<ModelPart, Optional<ValueRule>> assigned = new ConcurrentHashMap<>();

    /** @param requireLengths whether texts may be longer than their columns declare for all that the database cares */
    public WrittenValues(SessionFactoryImplementor factory, boolean requireLengths) {
        this.factory = factory;
        this.requireLengths = requireLengths;
    }

    private ModelRules of(EntityPersister persister) {
        return rules.computeIfAbsent(persister, each -> ModelRules.of(each, rulesOf(each.getMappedClass())));
    }

    /** All values of a model whose row is to be inserted, its key's too. */
    public void prepare(EntityPersister persister, Object model, SharedSessionContractImplementor session) {
        Object key = persister.getIdentifier(model, session);
        Object kept = ValueRule.kept(of(persister).key(), key);
        if (kept != null && kept != key) {
            persister.setIdentifier(model, kept, session);
        }
        prepareChanged(persister, model, null);
        prepareElements(persister, model);
    }

    /** Before Hibernate looks for changes. */
    public void prepareFlush(EntityPersister persister, Object model, @Nullable Object @Nullable [] before) {
        for (ModelRules.Of each : of(persister).cutting()) {
            Object value = persister.getValue(model, each.property());
            if (value != null && isChanged(persister, each.property(), before, value)) {
                set(persister, model, each, value, each.rule().cut(value));
            }
        }
        prepareElements(persister, model);
    }

    /**
     * What differs from the state that was read or written last: a row may hold what its column would not be given now.
     */
    private void prepareChanged(EntityPersister persister, Object model, @Nullable Object @Nullable [] before) {
        for (ModelRules.Of each : of(persister).all()) {
            Object value = persister.getValue(model, each.property());
            if (value != null && isChanged(persister, each.property(), before, value)) {
                set(persister, model, each, value, each.rule().kept(value));
            }
        }
    }

    private static void set(
            EntityPersister persister, Object model, ModelRules.Of rule, Object value, @Nullable Object kept) {
        if (kept != value) {
            persister.setValue(model, rule.property(), kept);
        }
    }

    /**
     * What is about to be sent, callbacks and generators included, before the validator judges it.
     *
     * @param state the values to be sent, as the model had them
     */
    public void cutState(
            EntityPersister persister, Object model, @Nullable Object[] state, @Nullable Object @Nullable [] before) {
        for (ModelRules.Of each : of(persister).cutting()) {
            Object value = state[each.property()];
            if (value != null && isChanged(persister, each.property(), before, value)) {
                state[each.property()] = each.rule().cut(value);
                set(persister, model, each, value, state[each.property()]);
            }
        }
    }

    /** {@link #cutState} of what the validator has passed: each value is looked at once for model and row. */
    public void prepareState(
            EntityPersister persister, Object model, @Nullable Object[] state, @Nullable Object @Nullable [] before) {
        for (ModelRules.Of each : of(persister).all()) {
            Object value = state[each.property()];
            if (value != null && isChanged(persister, each.property(), before, value)) {
                state[each.property()] = each.rule().kept(value);
                set(persister, model, each, value, state[each.property()]);
            }
        }
    }

    private boolean isChanged(
            EntityPersister persister, int property, @Nullable Object @Nullable [] before, Object value) {
        if (value == LazyPropertyInitializer.UNFETCHED_PROPERTY) {
            return false;
        }
        Object old = before == null ? null : before[property];
        return old == null
                || old == LazyPropertyInitializer.UNFETCHED_PROPERTY
                || (old != value && !persister.getPropertyTypes()[property].isEqual(old, value, factory));
    }

    /** The values in collections that were changed, or that are new. */
    public void prepareElements(EntityPersister persister, Object model) {
        for (ModelRules.Of each : of(persister).collections()) {
            Object value = persister.getValue(model, each.property());
            if (value != null && value != LazyPropertyInitializer.UNFETCHED_PROPERTY) {
                Object kept = each.rule().kept(value);
                if (kept != value) {
                    persister.setValue(model, each.property(), kept);
                }
            }
        }
    }

    /** What a statement assigns to a part of a mapping. */
    public @Nullable Object prepareAssigned(ModelPart target, Object value) {
        Optional<ValueRule> rule = assigned.computeIfAbsent(target, this::ruleOf);
        return rule.isPresent() ? rule.get().kept(value) : value;
    }

    private Rules rulesOf(Class<?> model) {
        return new Rules(factory, model, requireLengths);
    }

    private Optional<ValueRule> ruleOf(ModelPart target) {
        Class<?> model =
                target.findContainingEntityMapping().getMappedJavaType().getJavaTypeClass();
        String role = target.getNavigableRole().getFullPath();
        String owner = target.findContainingEntityMapping().getEntityName();
        String path = role.startsWith(owner + ".") ? role.substring(owner.length() + 1) : role;
        return Optional.ofNullable(rulesOf(model).of(target, path));
    }
}
