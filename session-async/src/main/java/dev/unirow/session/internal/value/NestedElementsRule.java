package dev.unirow.session.internal.value;

import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.jspecify.annotations.Nullable;

/** Finds the rules of the collections that an embeddable holds, which a look at its values would not come to. */
final class NestedElementsRule {
    private NestedElementsRule() {}

    static @Nullable ValueRule of(EmbeddableMappingType type, Rules rules, String path) {
        @Nullable ValueRule[] parts = new @Nullable ValueRule[type.getNumberOfAttributeMappings()];
        boolean any = false;
        for (int i = 0; i < parts.length && type.getAggregateMapping() == null; i++) {
            AttributeMapping part = type.getAttributeMapping(i);
            String below = path + "." + part.getAttributeName();
            if (part instanceof PluralAttributeMapping plural) {
                parts[i] = rules.ofElements(plural, below);
            } else if (part instanceof EmbeddableValuedModelPart whole) {
                parts[i] = of(whole.getEmbeddableTypeDescriptor(), rules, below);
            }
            any |= parts[i] != null;
        }
        return any ? new PartsRule(type, parts) : null;
    }
}
