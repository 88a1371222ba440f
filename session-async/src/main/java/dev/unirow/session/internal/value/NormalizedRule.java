package dev.unirow.session.internal.value;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.model.normalize.Normalizer;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.jspecify.annotations.Nullable;

/**
 * Of an attribute with {@code @Normalize}: what that makes of a value is what its column is to keep.
 *
 * @param path from the model to the attribute
 * @param column null where the column takes every value
 */
record NormalizedRule(
        Class<?> model,
        String path,
        Normalizer<Object> normalizer,
        @Nullable ValueRule column) implements ValueRule {
    /** The rule of the column alone where nothing is normalized. */
    static @Nullable ValueRule of(AttributeMapping attribute, Class<?> model, String path, @Nullable ValueRule column) {
        Class<?> owner = attribute.getDeclaringType().getMappedJavaType().getJavaTypeClass();
        Normalizer<Object> normalizer = attribute instanceof PluralAttributeMapping
                ? null
                : Models.normalizer(owner, attribute.getAttributeName());
        return normalizer == null ? column : new NormalizedRule(model, path, normalizer, column);
    }

    NormalizedRule with(@Nullable ValueRule other) {
        return new NormalizedRule(model, path, normalizer, other);
    }

    @Override
    public @Nullable Object kept(Object value) {
        return ValueRule.kept(column, normal(value));
    }

    @Override
    public @Nullable Object cut(Object value) {
        return ValueRule.cut(column, normal(value));
    }

    private @Nullable Object normal(Object value) {
        try {
            return normalizer.normalize(value);
        } catch (InvalidModelException refused) {
            throw InvalidModelException.of(
                    model, path, refused.violations().get(0).getMessage());
        }
    }

    /** What is assigned to a tracked model may be, in its normal form, what was there before. */
    @Override
    public boolean cuts() {
        return true;
    }
}
