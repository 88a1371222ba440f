package dev.unirow.session.internal.mapping;

import dev.unirow.model.Models;
import org.hibernate.MappingException;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Refuses normalizers that are for another type than their attribute's, before the first row is sent. */
final class FittingNormalizers {
    private FittingNormalizers() {}

    /** @throws MappingException naming the attribute, of the model or of what it embeds */
    static void require(PersistentClass model) {
        try {
            if (model.getIdentifierProperty() != null) {
                look(model.getMappedClass(), model.getIdentifierProperty());
            }
            model.getProperties().forEach(property -> look(model.getMappedClass(), property));
        } catch (IllegalArgumentException misfit) {
            throw new MappingException(misfit.getMessage(), misfit);
        }
    }

    private static void look(Class<?> owner, Property property) {
        var fitting = Models.normalizer(owner, property.getName());
        if (fitting == null) { // what is embedded may have some of its own
            look(property.getValue());
        }
    }

    private static void look(@Nullable Value value) {
        if (value instanceof Component component && !component.isDynamic()) {
            component.getProperties().forEach(part -> look(component.getComponentClass(), part));
        } else if (value instanceof Collection collection) {
            look(collection.getElement());
        }
    }
}
