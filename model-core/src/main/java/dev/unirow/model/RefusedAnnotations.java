package dev.unirow.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedWithParams;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What Jackson's annotations can ask of a model and models cannot do: told when JSON is first met, since passing it
 * over would change the JSON.
 */
final class RefusedAnnotations {
    private RefusedAnnotations() {}

    /** @throws IllegalArgumentException if there is one */
    static void refuse(Shape shape, BeanDescription bean, MapperConfig<?> config) {
        AnnotationIntrospector introspector = config.getAnnotationIntrospector();
        for (BeanPropertyDefinition property : bean.findProperties()) {
            if (members(property).anyMatch(member -> introspector.findUnwrappingNameTransformer(member) != null)) {
                throw new IllegalArgumentException("'" + property.getInternalName() + "' of " + shape.name()
                        + " is annotated with @JsonUnwrapped, which models do not support: remove it, and write the"
                        + " properties of '" + property.getInternalName() + "' in " + shape.name()
                        + " or in a record that it is dumped as.");
            }
        }
        boolean creates = Stream.<AnnotatedWithParams>concat(
                        bean.getConstructors().stream(), bean.getFactoryMethods().stream())
                .map(creator -> introspector.findCreatorAnnotation(config, creator))
                .anyMatch(mode -> mode != null && mode != JsonCreator.Mode.DISABLED);
        if (creates && !shape.type().isRecord()) {
            throw new IllegalArgumentException(shape.name()
                    + " has a constructor or a method that is annotated with @JsonCreator, which models do not support:"
                    + " remove it. A model is made by its constructor without arguments, and its properties are"
                    + " assigned.");
        }
    }

    private static Stream<AnnotatedMember> members(BeanPropertyDefinition property) {
        return Stream.<AnnotatedMember>of(property.getField(), property.getGetter(), property.getSetter())
                .filter(Objects::nonNull);
    }
}
