package dev.unirow.session.internal.value;

import java.util.function.BiFunction;
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
        return each(whole, (rule, part) -> rule.kept(part));
    }

    @Override
    public Object cut(Object whole) {
        return each(whole, (rule, part) -> rule.cut(part));
    }

    private Object each(Object whole, BiFunction<ValueRule, Object, @Nullable Object> step) {
        Class<?> mapped = type.getMappedJavaType().getJavaTypeClass();
        if (!mapped.isInstance(whole)) {
            return whole;
        }
        @Nullable Object[] values = type.getValues(whole);
        boolean isChanged = false;
        for (int i = 0; i < parts.length; i++) {
            ValueRule part = parts[i];
            Object value = values[i];
            Object kept = part == null || value == null ? value : step.apply(part, value);
            isChanged |= kept != value;
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
