package dev.unirow.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/**
 * What is declared of a model: by a spec, or by the class itself.
 *
 * @param element the spec, or the class
 * @param name the model class
 * @param keyClass what {@code @IdClass} names, for keys of several parts
 */
record ModelSource(
        TypeElement element,
        Marks marks,
        ClassName name,
        List<Attribute> attributes,
        Optional<TypeElement> keyClass,
        boolean isModel) {
    ModelSource {
        attributes = List.copyOf(attributes);
    }

    List<Attribute> ids() {
        return attributes.stream().filter(Attribute::isId).toList();
    }

    Optional<Attribute> find(String attribute) {
        return attributes.stream()
                .filter(candidate -> candidate.name().equals(attribute))
                .findFirst();
    }

    boolean isSpec() {
        return TypeNames.isSpec(element);
    }

    /** Whether the model gets the key that no component declares. */
    boolean needsKey() {
        return isSpec() && ids().isEmpty();
    }

    /** The model as the parameter of a method; not the name of a property or a word of the language. */
    String variable() {
        String variable = Names.decapitalized(name.simpleName());
        return TypeNames.isName(variable) ? variable : "model";
    }

    String names() {
        return attributes.stream().map(Attribute::name).collect(Collectors.joining(", "));
    }
}
