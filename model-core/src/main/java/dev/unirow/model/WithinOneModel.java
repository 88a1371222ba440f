package dev.unirow.model;

import dev.unirow.model.internal.Sight;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the validator within one model and what it embeds, and away from what is not loaded: attributes, and the
 * content of collections.
 */
final class WithinOneModel implements TraversableResolver {
    @Override
    public boolean isReachable(
            @Nullable Object traversable,
            Path.Node property,
            Class<?> rootBeanType,
            Path pathToTraversable,
            ElementType elementType) {
        if (traversable == null) {
            return true;
        }
        Property mapped = mapped(traversable, property);
        return mapped == null
                ? Sight.REFERENCES.isLoaded(traversable, property.getName())
                : mapped.isLoadedIn(traversable);
    }

    @Override
    public boolean isCascadable(
            Object traversable,
            Path.Node property,
            Class<?> rootBeanType,
            Path pathToTraversable,
            ElementType elementType) {
        Property mapped = mapped(traversable, property);
        return mapped == null || (mapped.kind() != Property.Kind.REFERENCE && !mapped.ofModels());
    }

    private static @Nullable Property mapped(Object traversable, Path.Node property) {
        return Shape.exists(traversable.getClass()) ? Shape.of(traversable).find(property.getName()) : null;
    }
}
