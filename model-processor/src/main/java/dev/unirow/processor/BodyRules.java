package dev.unirow.processor;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What a spec may implement: a model gets the interfaces of its spec, and not its body. */
final class BodyRules {
    private final Elements elements;
    private final Problems problems;
    private final ModelSource spec;

    BodyRules(Elements elements, Problems problems, ModelSource spec) {
        this.elements = elements;
        this.problems = problems;
        this.spec = spec;
    }

    void check() {
        checkInterfaces();
        checkBody();
    }

    private static Element owner(ExecutableElement method) {
        return Objects.requireNonNull(method.getEnclosingElement());
    }

    /** What an interface asks for is answered by an accessor of the model, or by the interface itself. */
    private void checkInterfaces() {
        for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(spec.element()))) {
            if (isAccessor(method) || method.getModifiers().contains(Modifier.STATIC)) {
                continue;
            }
            asked(method)
                    .ifPresent(interfaced -> problems.error(
                            owner(method).equals(spec.element()) ? method : spec.element(),
                            "'" + method.getSimpleName() + "' of '"
                                    + owner(interfaced).getSimpleName()
                                    + "' is implemented in the body of the spec, which '"
                                    + spec.name().simpleName()
                                    + "' does not get: make it a default method of an interface."));
        }
        for (Attribute attribute : spec.attributes()) {
            if (ReferenceRules.modelWithin(attribute.type())
                    .filter(TypeNames::isSpec)
                    .isPresent()) {
                accessorOf(attribute)
                        .flatMap(this::asked)
                        .ifPresent(interfaced -> problems.error(
                                attribute.element(),
                                "'" + owner(interfaced).getSimpleName() + "." + attribute.name()
                                        + "()' answers a spec, and '"
                                        + spec.name().simpleName()
                                        + "' has models in its place: leave it out of the interface."));
            }
        }
    }

    private Optional<ExecutableElement> accessorOf(Attribute attribute) {
        return ElementFilter.methodsIn(spec.element().getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(attribute.name())
                        && method.getParameters().isEmpty())
                .findFirst();
    }

    private boolean isAccessor(ExecutableElement method) {
        return owner(method).equals(spec.element())
                && method.getParameters().isEmpty()
                && spec.find(method.getSimpleName().toString()).isPresent();
    }

    /** The abstract method of one of the spec's interfaces that this method implements. */
    private Optional<ExecutableElement> asked(ExecutableElement method) {
        if (owner(method).getKind() == ElementKind.INTERFACE) {
            return Optional.empty();
        }
        return interfaces(spec.element()).stream()
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(candidate -> candidate.getModifiers().contains(Modifier.ABSTRACT)
                        && !isOfObject(candidate)
                        && elements.overrides(method, candidate, spec.element()))
                .findFirst();
    }

    /** What {@code Object} has, every model has. */
    private static boolean isOfObject(ExecutableElement method) {
        return Set.of("equals", "hashCode", "toString")
                .contains(method.getSimpleName().toString());
    }

    private static Set<TypeElement> interfaces(TypeElement type) {
        Set<TypeElement> interfaces = new LinkedHashSet<>();
        for (TypeMirror mirror : type.getInterfaces()) {
            TypeElement each = (TypeElement) ((DeclaredType) mirror).asElement();
            interfaces.add(each);
            interfaces.addAll(interfaces(each));
        }
        return interfaces;
    }

    private void checkBody() {
        for (ExecutableElement method : ElementFilter.methodsIn(spec.element().getEnclosedElements())) {
            // javac does not tell a method that it adds to a record from one that is written
            boolean own = !isAccessor(method) && !isOfObject(method);
            if (own
                    && !method.getModifiers().contains(Modifier.STATIC)
                    && asked(method).isEmpty()) {
                problems.warning(
                        method,
                        "'" + spec.name().simpleName() + "' does not get the method '" + method.getSimpleName()
                                + "': behaviour of a model is a default method of an interface that the spec implements.");
            }
        }
    }
}
