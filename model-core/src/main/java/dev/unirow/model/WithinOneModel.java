package dev.unirow.model;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.jspecify.annotations.Nullable;

/** Keeps the validator within one model and what it embeds, and away from what is not loaded. */
final class WithinOneModel implements TraversableResolver {

    @Override
    public boolean isReachable(
            @Nullable Object traversable,
            Path.Node property,
            Class<?> rootBeanType,
            Path pathToTraversable,
            ElementType elementType) {
        return traversable == null || Sight.REFERENCES.isLoaded(traversable, property.getName());
    }

    @Override
    public boolean isCascadable(
            Object traversable,
            Path.Node property,
            Class<?> rootBeanType,
            Path pathToTraversable,
            ElementType elementType) {
        if (!Shape.exists(traversable.getClass())) {
            return true;
        }
        Property mapped = Shape.of(traversable).find(property.getName());
        return mapped == null || (mapped.kind() != Property.Kind.REFERENCE && !mapped.ofModels());
    }
}
