package dev.unirow.session.internal.value;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one class, found once: a flush asks those that it needs, and nothing of a class without any.
 *
 * @param key of the identifier, whatever it consists of
 * @param all of single values
 * @param cutting those of them that cut, which has to happen before Hibernate looks for changes
 * @param collections of collections in tables of their own
 */
record ModelRules(@Nullable ValueRule key, List<Of> all, List<Of> cutting, List<Of> collections) {
    /**
     * The rule of one attribute.
     *
     * @param property where Hibernate keeps its value
     */
    record Of(int property, ValueRule rule) {}

    static ModelRules of(EntityPersister persister, Rules rules) {
        List<Of> all = new ArrayList<>();
        List<Of> collections = new ArrayList<>();
        for (int i = 0; i < persister.getPropertyTypes().length; i++) {
            AttributeMapping attribute = persister.getAttributeMapping(i);
            String path = attribute.getAttributeName();
            add(all, i, rules.of(attribute, path));
            if (attribute instanceof PluralAttributeMapping plural) {
                add(collections, i, rules.ofElements(plural, path));
            } else if (attribute instanceof EmbeddableValuedModelPart whole) {
                add(collections, i, NestedElementsRule.of(whole.getEmbeddableTypeDescriptor(), rules, path));
            }
        }
        return new ModelRules(
                ofKey(persister, rules),
                List.copyOf(all),
                all.stream().filter(each -> each.rule().cuts()).toList(),
                List.copyOf(collections));
    }

    private static @Nullable ValueRule ofKey(EntityPersister persister, Rules rules) {
        String property = persister.getIdentifierPropertyName();
        String path = property == null ? "id" : property;
        return persister.getIdentifierMapping() instanceof NonAggregatedIdentifierMapping parts
                        && parts.getIdClassEmbeddable() != null
                ? rules.ofParts(parts.getIdClassEmbeddable(), "id")
                : rules.of(persister.getIdentifierMapping(), path);
    }

    private static void add(List<Of> rules, int property, @Nullable ValueRule rule) {
        if (rule != null) {
            rules.add(new Of(property, rule));
        }
    }
}
