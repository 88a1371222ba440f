package dev.unirow.processor;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Which annotations of a property hold for its copies in DTO records too. */
final class Copied {
    private static final String CONSTRAINT = "jakarta.validation.Constraint";
    private static final List<String> JSON = List.of(
            "com.fasterxml.jackson.",
            "io.swagger.v3.oas.annotations.",
            "org.eclipse.microprofile.openapi.annotations.");

    /** What ties models to each other, or hides what a DTO was asked for. */
    private static final Set<String> OF_MODELS = Set.of(
            "com.fasterxml.jackson.annotation.JsonIgnore",
            "com.fasterxml.jackson.annotation.JsonManagedReference",
            "com.fasterxml.jackson.annotation.JsonBackReference",
            "com.fasterxml.jackson.annotation.JsonIdentityInfo",
            "com.fasterxml.jackson.annotation.JsonIgnoreProperties",
            "com.fasterxml.jackson.annotation.JsonPropertyOrder");

    private Copied() {}

    static boolean isConstraint(AnnotationMirror mirror) {
        TypeElement type = Marks.typeOf(mirror);
        return Marks.of(type).has(CONSTRAINT)
                || Marks.nameOf(mirror).equals("jakarta.validation.Valid")
                || isSeveral(type);
    }

    /** {@code @Size.List} holds several constraints of one kind. */
    private static boolean isSeveral(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer
                && Marks.of(outer).has(CONSTRAINT)
                && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(element -> element.getSimpleName().contentEquals("value"));
    }

    static boolean isOfForm(AnnotationMirror mirror) {
        return Marks.nameOf(mirror).equals(Names.NORMALIZE);
    }

    /** Jackson's and OpenAPI's, and annotations that are made of Jackson's. */
    static boolean isOfJson(AnnotationMirror mirror) {
        String name = Marks.nameOf(mirror);
        return !OF_MODELS.contains(name)
                && (JSON.stream().anyMatch(name::startsWith)
                        || Marks.of(Marks.typeOf(mirror))
                                .has("com.fasterxml.jackson.annotation.JacksonAnnotationsInside"));
    }
}
