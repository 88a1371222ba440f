package dev.unirow.processor;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What may normalize an attribute: a class that can be made, for the type of the attribute. */
final class NormalizeRules {
    private final Types types;
    private final Problems problems;

    NormalizeRules(Types types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    void check(Attribute attribute) {
        Optional<AnnotationMirror> mirror = attribute.mark(Names.NORMALIZE);
        if (mirror.isEmpty()) {
            return;
        }
        if (attribute.isReference() || attribute.isCollection()) {
            problems.error(
                    attribute.element(),
                    mirror.get(),
                    null,
                    "'" + attribute.name()
                            + "' is a reference or a collection with a table of its own, which @Normalize is not for: remove it.");
            return;
        }
        for (AnnotationValue each : Marks.values(mirror.get(), "value")) {
            if (each.getValue() instanceof DeclaredType normalizer) {
                String problem = problem(attribute, (TypeElement) normalizer.asElement());
                if (!problem.isEmpty()) {
                    problems.error(attribute.element(), mirror.get(), each, problem);
                }
            }
        }
    }

    private String problem(Attribute attribute, TypeElement normalizer) {
        if (!canBeMade(normalizer)) {
            return "the normalizer '" + normalizer.getSimpleName()
                    + "' cannot be made: it needs to be a class with a constructor without arguments.";
        }
        TypeMirror type = boxed(attribute.type());
        TypeMirror wanted = wanted(normalizer.asType());
        // with wildcards no type is the same as any other
        return wanted != null && types.isSubtype(type, wanted) && types.isSubtype(wanted, type)
                ? ""
                : "'" + attribute.name() + "' is of the type '" + TypeNames.of(attribute.type())
                        + "', and its normalizer '" + normalizer.getSimpleName() + "' is for '"
                        + (wanted == null ? "?" : TypeNames.of(wanted))
                        + "': remove it from @Normalize, or use a Normalizer<" + TypeNames.of(type) + ">.";
    }

    private static boolean canBeMade(TypeElement normalizer) {
        boolean isInner = normalizer.getNestingKind().isNested()
                && !normalizer.getModifiers().contains(Modifier.STATIC);
        return !isInner
                && normalizer.getKind() != ElementKind.INTERFACE
                && !normalizer.getModifiers().contains(Modifier.ABSTRACT)
                && ElementFilter.constructorsIn(normalizer.getEnclosedElements()).stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty());
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : type;
    }

    /** What {@code Normalizer} is for, as a class implements it; null if it does not say. */
    private @Nullable TypeMirror wanted(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(Names.NORMALIZER)) {
            return declared.getTypeArguments().isEmpty()
                    ? null
                    : declared.getTypeArguments().get(0);
        }
        for (TypeMirror above : types.directSupertypes(type)) {
            TypeMirror wanted = wanted(above);
            if (wanted != null) {
                return wanted;
            }
        }
        return null;
    }
}
