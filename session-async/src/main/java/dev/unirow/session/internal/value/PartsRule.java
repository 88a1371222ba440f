package dev.unirow.session.internal.value;

import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.jspecify.annotations.Nullable;

/**
 * Of an embeddable, part by part. A type of the application's own is left alone.
 *
 * @param parts in the order of the attributes; null for those without a rule
 */
record PartsRule(EmbeddableMappingType type, @Nullable ValueRule[] parts) implements ValueRule {
    @Override
    public boolean cuts() {
        for (ValueRule part : parts) {
            if (part != null && part.cuts()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Object kept(Object whole) {
        Class<?> mapped = type.getMappedJavaType().getJavaTypeClass();
        if (!mapped.isInstance(whole)) {
            return whole;
        }
        @Nullable Object[] values = type.getValues(whole);
        boolean isChanged = false;
        for (int i = 0; i < parts.length; i++) {
            Object kept = ValueRule.kept(parts[i], values[i]);
            isChanged |= kept != values[i];
            values[i] = kept;
        }
        if (!isChanged) {
            return whole;
        }
        if (mapped.isRecord()) {
            return type.getRepresentationStrategy().getInstantiator().instantiate(() -> values);
        }
        type.setValues(whole, values);
        return whole;
    }
}
