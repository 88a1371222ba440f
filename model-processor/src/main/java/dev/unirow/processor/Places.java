package dev.unirow.processor;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;

/** Where an annotation may stand, by its {@code @Target}. */
record Places(Set<String> names) {
    /** What an annotation without a target may annotate, of what is written here. */
    private static final Set<String> DECLARATIONS =
            Set.of("TYPE", "FIELD", "METHOD", "PARAMETER", "CONSTRUCTOR", "RECORD_COMPONENT");

    static Places of(AnnotationMirror mirror) {
        return Marks.of(Marks.typeOf(mirror))
                .find("java.lang.annotation.Target")
                .map(target -> new Places(Marks.values(target, "value").stream()
                        .map(AnnotationValue::getValue)
                        .map(constant ->
                                ((VariableElement) constant).getSimpleName().toString())
                        .collect(toUnmodifiableSet())))
                .orElse(new Places(DECLARATIONS));
    }

    boolean allow(String place) {
        return names.contains(place);
    }

    boolean allowAny(Collection<String> places) {
        return places.stream().anyMatch(names::contains);
    }

    /** Whether it says something of a type and never of what is declared with it. */
    boolean areTypesOnly() {
        return allow("TYPE_USE") && !allowAny(Set.of("FIELD", "METHOD", "PARAMETER", "RECORD_COMPONENT"));
    }
}
