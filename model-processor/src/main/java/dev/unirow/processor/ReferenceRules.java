package dev.unirow.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** How a component of a spec may lead to other models, to collections and to embedded values. */
final class ReferenceRules {
    private static final Set<String> COLLECTIONS =
            Set.of("java.util.List", "java.util.Set", "java.util.Collection", "java.util.Map");

    private final ModelReader reader;
    private final Problems problems;

    ReferenceRules(ModelReader reader, Problems problems) {
        this.reader = reader;
        this.problems = problems;
    }

    void check(Attribute attribute) {
        checkReference(attribute);
        checkCollection(attribute);
        checkEmbedded(attribute);
    }

    private void checkReference(Attribute attribute) {
        Optional<TypeElement> model = modelWithin(attribute.type());
        if (model.isEmpty()) {
            if (attribute.isReference() || attribute.isModels()) {
                problems.error(
                        attribute.element(),
                        "'" + attribute.name() + "' is a reference, and '" + attribute.type()
                                + "' is no model: refer to a record with @ModelSpec or to a class with @Entity.");
            }
            return;
        }
        boolean several = !isModel(attribute.type());
        if (several && attribute.isReference()) {
            problems.error(
                    attribute.element(),
                    "'" + attribute.name() + "' refers to several models: annotate it with @OneToMany or @ManyToMany.");
        } else if (!several && attribute.isModels()) {
            problems.error(
                    attribute.element(),
                    "'" + attribute.name()
                            + "' refers to one model: annotate it with @ManyToOne or @OneToOne, or declare a List.");
        } else if (!attribute.isReference() && !attribute.isModels() && !attribute.isTransient()) {
            problems.error(
                    attribute.element(),
                    "'" + attribute.name() + "' refers to the model '"
                            + TypeNames.of(model.get()).simpleName()
                            + "' without saying how: annotate it with "
                            + (several ? "@OneToMany or @ManyToMany." : "@ManyToOne or @OneToOne."));
        } else {
            checkOwner(attribute, model.get());
        }
    }

    private void checkOwner(Attribute attribute, TypeElement model) {
        for (String annotation : List.of(Names.ONE_TO_MANY, Names.ONE_TO_ONE, Names.MANY_TO_MANY)) {
            attribute
                    .mark(annotation)
                    .ifPresent(mirror -> Marks.value(mirror, "mappedBy")
                            .ifPresent(owner -> checkOwner(attribute, mirror, owner, model)));
        }
    }

    private void checkOwner(Attribute attribute, AnnotationMirror mirror, AnnotationValue owner, TypeElement model) {
        ModelSource other = reader.read(model);
        String name = String.valueOf(owner.getValue());
        if (other.find(name).isEmpty()) {
            problems.error(
                    attribute.element(),
                    mirror,
                    owner,
                    "'" + other.element().getSimpleName() + "' has no component '" + name
                            + "' that would own the reference; it has " + other.names() + ".");
        }
    }

    /** The model that a type is, or holds. */
    static Optional<TypeElement> modelWithin(TypeMirror type) {
        if (isModel(type)) {
            return Optional.of((TypeElement) ((DeclaredType) type).asElement());
        }
        return type instanceof DeclaredType declared
                ? declared.getTypeArguments().stream()
                        .flatMap(argument -> modelWithin(argument).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isModel(TypeMirror type) {
        return type instanceof DeclaredType declared
                && (TypeNames.isSpec(declared.asElement())
                        || Marks.of(declared.asElement()).has(Names.ENTITY));
    }

    private void checkCollection(Attribute attribute) {
        if (!attribute.isCollection() || isModel(attribute.type())) {
            return;
        }
        if (!(attribute.type() instanceof DeclaredType declared)
                || !COLLECTIONS.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString())) {
            problems.error(
                    attribute.element(),
                    "'" + attribute.name() + "' is a '" + TypeNames.of(attribute.type())
                            + "', and Hibernate puts collections of its own there: declare a List, Set, Collection or Map.");
        } else if (declared.getTypeArguments().isEmpty()) {
            problems.error(
                    attribute.element(),
                    "'" + attribute.name() + "' does not say what it holds: declare it with type arguments.");
        }
    }

    private void checkEmbedded(Attribute attribute) {
        if (!(attribute.type() instanceof DeclaredType declared) || isModel(attribute.type())) {
            return;
        }
        TypeElement type = (TypeElement) declared.asElement();
        boolean embeddable = Marks.of(type).has(Names.EMBEDDABLE);
        if (attribute.marks().hasAny(Names.EMBEDDED, Names.EMBEDDED_ID) && !embeddable) {
            problems.error(
                    attribute.element(),
                    "'" + attribute.name() + "' is embedded, and '" + type.getSimpleName()
                            + "' is not annotated with @Embeddable.");
        }
        if (embeddable && type.getKind() == ElementKind.RECORD) {
            type.getRecordComponents().stream()
                    .filter(component -> modelWithin(component.asType())
                            .filter(TypeNames::isSpec)
                            .isPresent())
                    .findFirst()
                    .ifPresent(
                            component -> problems.error(
                                    attribute.element(),
                                    "'" + attribute.name() + "' embeds '" + type.getSimpleName()
                                            + "', whose component '"
                                            + component.getSimpleName()
                                            + "' is a spec; Hibernate embeds the record as it is, and a spec is no entity. Refer to the model from the spec itself."));
        }
    }
}
