package dev.unirow.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** What a spec may declare. Each rule has a section in docs/processor-errors.md. */
final class SpecRules {
    /** The methods that every model has, whose names no property can have. */
    private static final Set<String> TAKEN = Set.of("pk", "validate");

    private static final Set<String> TAKEN_BY_ACTIVE = Set.of("save", "delete", "load");

    private final Elements elements;
    private final Problems problems;
    private final ModelSource spec;
    private final boolean active;
    private final ReferenceRules references;

    SpecRules(Elements elements, ModelReader reader, Problems problems, ModelSource spec, boolean active) {
        this.elements = elements;
        this.problems = problems;
        this.spec = spec;
        this.active = active;
        this.references = new ReferenceRules(reader, problems);
    }

    /**
     * @param compiled what is written by hand and compiled in the same run; a class file may be that of the last run
     */
    void check(Set<? extends Element> compiled) {
        checkName(compiled);
        checkGenerics();
        checkEntity();
        checkActive();
        checkKey();
        for (Attribute attribute : spec.attributes()) {
            checkTaken(attribute);
            references.check(attribute);
            checkDefault(attribute);
            checkNullable(attribute);
        }
        new BodyRules(elements, problems, spec).check();
    }

    private String specName() {
        return spec.element().getSimpleName().toString();
    }

    private String modelName() {
        return spec.name().simpleName();
    }

    private void checkName(Set<? extends Element> compiled) {
        String given = TypeNames.givenName(spec.element());
        if (!given.isEmpty() && !TypeNames.isName(given)) {
            atSpec("'" + given + "' is no name for a class.");
        } else if (modelName().equals(specName())) {
            atSpec("the model of '" + specName() + "' needs a name of its own: call the record '" + specName()
                    + "Spec', or say @ModelSpec(name = \"…\").");
        } else {
            boolean exists = compiled.stream()
                    .anyMatch(type -> type.toString().equals(spec.name().canonicalName()));
            if (exists) {
                atSpec("the model of '" + specName() + "' is '" + spec.name().canonicalName()
                        + "', and there is such a class already: remove it, or say @ModelSpec(name = \"…\").");
            }
        }
    }

    private void checkGenerics() {
        if (!spec.element().getTypeParameters().isEmpty()) {
            problems.error(
                    spec.element().getTypeParameters().get(0),
                    "a spec has no type parameters: Hibernate maps one class to one table. Declare a spec for each type.");
        }
    }

    private void checkEntity() {
        if (spec.marks().has(Names.ENTITY)) {
            problems.errorAt(
                    spec.element(),
                    spec.marks(),
                    Names.ENTITY,
                    "the generated class '" + modelName() + "' is the entity, not the spec: remove @Entity.");
        }
    }

    private void checkActive() {
        if (active && elements.getTypeElement(Names.ACTIVE_RECORD.canonicalName()) == null) {
            atSpec(
                    "'" + modelName() + "' is to be active, and " + Names.ACTIVE_RECORD.canonicalName()
                            + " is not on the class path: add the dependency dev.unirow:session-async, or remove active = true.");
        }
    }

    private void checkKey() {
        if (spec.needsKey()) {
            spec.find("id")
                    .ifPresent(
                            id -> problems.error(
                                    id.element(),
                                    "'id' is not the key, and a key 'id' would be added beside it: annotate it with @Id, or another component."));
        } else if (spec.ids().size() > 1 && spec.keyClass().isEmpty()) {
            String ids = spec.ids().stream().map(Attribute::name).collect(Collectors.joining("', '"));
            problems.error(
                    spec.ids().get(1).element(),
                    "the key has the parts '" + ids
                            + "', and no class that holds them: annotate the spec with @IdClass of a record with these components.");
        }
    }

    private void checkTaken(Attribute attribute) {
        if (TAKEN.contains(attribute.name()) || (active && TAKEN_BY_ACTIVE.contains(attribute.name()))) {
            problems.error(
                    attribute.element(),
                    "'" + attribute.name() + "' cannot be a component: every "
                            + (active ? "active model" : "model") + " has a method '" + attribute.name()
                            + "()'. Choose another name.");
        }
    }

    private void checkDefault(Attribute attribute) {
        Optional<AnnotationMirror> mirror = attribute.mark(Names.DEFAULT);
        if (mirror.isEmpty()) {
            return;
        }
        String text = attribute.defaultText().orElse("");
        try {
            if (attribute.isCollection()
                    || DefaultText.expression(attribute.type(), text).isEmpty()) {
                problems.error(
                        attribute.element(),
                        mirror.get(),
                        null,
                        "there is no default of the type '" + attribute.type()
                                + "' as a text: numbers, booleans, texts, enums, times and UUIDs have one.");
            }
        } catch (IllegalArgumentException e) {
            problems.error(
                    attribute.element(),
                    mirror.get(),
                    Marks.value(mirror.get(), "value").orElse(null),
                    "\"" + text + "\" is no '" + attribute.type() + "'.");
        }
    }

    /** Of what is never null, the column is NOT NULL: the annotation would be ignored. */
    private void checkNullable(Attribute attribute) {
        for (String annotation : List.of(Names.COLUMN, Names.JOIN_COLUMN)) {
            Optional<AnnotationMirror> mirror = attribute.mark(annotation);
            Optional<AnnotationValue> value = mirror.flatMap(column -> Marks.value(column, "nullable"))
                    .filter(nullable -> Boolean.TRUE.equals(nullable.getValue()));
            if (value.isPresent() && attribute.isNeverNull()) {
                problems.error(
                        attribute.element(),
                        mirror.get(),
                        value.get(),
                        "'" + attribute.name()
                                + "' is required, and its column is to be nullable: remove nullable = true, or "
                                + (attribute.isPrimitive()
                                        ? "declare an object that is @Nullable."
                                        : attribute.isReference()
                                                ? "make the reference optional."
                                                : "annotate the component with @Nullable."));
            }
        }
    }

    private void atSpec(String message) {
        problems.errorAt(spec.element(), spec.marks(), Names.MODEL_SPEC, message);
    }
}
