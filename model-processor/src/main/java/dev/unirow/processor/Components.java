package dev.unirow.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.unirow.processor.DtoRequest.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** The components of one DTO record. */
final class Components {
    private static final ClassName OPTIONAL = ClassName.get(Optional.class);
    private static final ClassName LIST = ClassName.get(List.class);

    private final ModelReader reader;
    private final Problems problems;
    private final ModelSource model;
    private final DtoRequest request;
    private final Purpose purpose;

    Components(ModelReader reader, Problems problems, ModelSource model, DtoRequest request) {
        this.reader = reader;
        this.problems = problems;
        this.model = model;
        this.request = request;
        this.purpose = request.purpose().orElseThrow();
    }

    /** A property by its name; {@code teamId} is the reference {@code team}. */
    static Optional<Attribute> find(ModelSource model, String field) {
        return model.find(field)
                .or(() -> field.endsWith("Id")
                        ? model.find(field.substring(0, field.length() - 2)).filter(Attribute::isReference)
                        : Optional.empty());
    }

    List<DtoComponent> all() {
        List<DtoComponent> components = new ArrayList<>();
        for (String field : fields()) {
            Optional<Attribute> attribute = find(model, field);
            if (attribute.isEmpty()) {
                components.add(key());
            } else if (attribute.get().isReference()) {
                reference(attribute.get()).ifPresent(components::add);
            } else {
                components.add(plain(attribute.get()));
            }
        }
        for (String nested : request.with()) {
            components.add(nested(model.find(nested).orElseThrow()));
        }
        return components;
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>(request.fields());
        if (fields.isEmpty()) {
            if (model.needsKey() && purpose == Purpose.PUBLIC) {
                fields.add("id");
            }
            model.attributes().stream()
                    .filter(this::isWanted)
                    .map(Attribute::name)
                    .forEach(fields::add);
        }
        fields.removeIf(field -> request.without().stream().anyMatch(without -> isSame(field, without)));
        return fields;
    }

    private boolean isSame(String field, String other) {
        return field.equals(other)
                || find(model, field).equals(find(model, other))
                        && find(model, field).isPresent();
    }

    private boolean isWanted(Attribute attribute) {
        if (attribute.isTransient() || attribute.isModels() || attribute.isInverse()) {
            return false;
        }
        return switch (purpose) {
            case PUBLIC -> !attribute.isPrivate();
            case CREATE -> !attribute.isGenerated() && !attribute.isReadOnlyJson();
            case UPDATE -> !attribute.isGenerated() && !attribute.isReadOnlyJson() && !attribute.isId();
        };
    }

    private DtoComponent key() {
        return new DtoComponent(
                "id",
                Attribute.nullable(ClassName.get(Long.class)),
                List.of(),
                CodeBlock.of("$N.id()", model.variable()));
    }

    private DtoComponent plain(Attribute attribute) {
        TypeName type = TypeNames.ofDeclared(attribute.type());
        CodeBlock value = read(attribute);
        if (attribute.isCollection()) {
            value = loaded(value, CodeBlock.of("new $T<>($L)", EntityWriter.collectionClass(attribute.type()), value));
        }
        return component(attribute, attribute.name(), type, value, attribute.mayBeNull() || attribute.isCollection());
    }

    private static CodeBlock loaded(CodeBlock collection, CodeBlock content) {
        return CodeBlock.of("$T.isLoaded($L) ? $L : null", Names.MODELS, collection, content);
    }

    /** What nobody can read is at least not given. */
    private CodeBlock read(Attribute attribute) {
        if (!attribute.accessor().isEmpty()) {
            return CodeBlock.of("$N.$N()", model.variable(), attribute.accessor());
        }
        if (!attribute.isPrivate()) {
            problems.error(
                    attribute.element(),
                    "'" + attribute.name() + "' cannot be read for '" + request.name() + "': add a method '"
                            + attribute.name() + "()' or 'get" + Names.capitalized(attribute.name())
                            + "()', or leave it out with @Dto(without = \"" + attribute.name() + "\").");
        }
        return CodeBlock.of("null");
    }

    /** A reference by its key, which is known without loading it. */
    private Optional<DtoComponent> reference(Attribute attribute) {
        Optional<ModelSource> target = attribute.target().map(reader::read);
        Optional<TypeName> type = target.flatMap(Components::keyType);
        if (type.isEmpty()) {
            problems.error(
                    attribute.element(),
                    "'" + attribute.name() + "' refers to '" + attribute.type()
                            + "', whose key no one component can hold: leave it out with @Dto(without = \""
                            + attribute.name() + "\").");
            return Optional.empty();
        }
        CodeBlock reference = read(attribute);
        CodeBlock value = CodeBlock.of("$L == null ? null : $L", reference, keyOf(target.get(), type.get(), reference));
        return Optional.of(component(attribute, attribute.name() + "Id", type.get(), value, !attribute.isRequired()));
    }

    private static Optional<TypeName> keyType(ModelSource target) {
        if (target.needsKey()) {
            return Optional.of(ClassName.get(Long.class));
        }
        List<Attribute> ids = target.ids();
        if (ids.size() == 1
                && !ids.get(0).isReference()
                && !ids.get(0).accessor().isEmpty()) {
            return Optional.of(TypeNames.of(ids.get(0).type()).box());
        }
        return target.keyClass().filter(key -> target.isModel()).map(ClassName::get);
    }

    private static CodeBlock keyOf(ModelSource target, TypeName type, CodeBlock reference) {
        if (target.needsKey()) {
            return CodeBlock.of("$L.id()", reference);
        }
        return target.ids().size() == 1
                ? CodeBlock.of("$L.$N()", reference, target.ids().get(0).accessor())
                : CodeBlock.of("($T) $L.pk()", type, reference);
    }

    private DtoComponent component(
            Attribute attribute, String name, TypeName type, CodeBlock value, boolean mayBeNull) {
        return switch (purpose) {
            case PUBLIC -> {
                TypeName declared = mayBeNull ? Attribute.nullable(type) : type;
                yield new DtoComponent(name, declared, declarations(attribute), value);
            }
            case CREATE -> {
                boolean required = attribute.isRequired();
                List<AnnotationSpec> annotations = new ArrayList<>(declarations(attribute));
                if (required && (!attribute.isConstrainedNotNull() || attribute.isReference())) {
                    annotations.add(AnnotationSpec.builder(Names.NOT_NULL).build());
                }
                yield new DtoComponent(
                        name, required ? type.box() : Attribute.nullable(type.box()), annotations, value);
            }
            case UPDATE -> {
                TypeName content = type.withoutAnnotations().box().annotated(ofContent(attribute));
                CodeBlock given = attribute.isCollection()
                        ? loaded(
                                read(attribute),
                                CodeBlock.of(
                                        "$T.of(new $T<>($L))",
                                        OPTIONAL,
                                        EntityWriter.collectionClass(attribute.type()),
                                        read(attribute)))
                        : CodeBlock.of("$T.ofNullable($L)", OPTIONAL, value);
                yield new DtoComponent(
                        name,
                        Attribute.nullable(ParameterizedTypeName.get(OPTIONAL, content)),
                        ofValue(attribute),
                        given);
            }
        };
    }

    private static List<AnnotationSpec> declarations(Attribute attribute) {
        return attribute.isReference()
                ? List.of()
                : copies(
                        attribute,
                        mirror -> Copied.isConstraint(mirror) || Copied.isOfJson(mirror) || Copied.isOfForm(mirror));
    }

    /** What is said of the value whether it is given or not. */
    private static List<AnnotationSpec> ofValue(Attribute attribute) {
        return attribute.isReference()
                ? List.of()
                : copies(attribute, mirror -> Copied.isOfJson(mirror) || Copied.isOfForm(mirror));
    }

    private static List<AnnotationSpec> copies(Attribute attribute, Predicate<AnnotationMirror> which) {
        return attribute.marks().mirrors().stream()
                .filter(which)
                .filter(mirror ->
                        Places.of(mirror).allowAny(List.of("RECORD_COMPONENT", "FIELD", "METHOD", "PARAMETER")))
                .map(Copies::of)
                .toList();
    }

    /**
     * Constraints of what is given, inside of the Optional: they judge an explicit null, and nothing where nothing is
     * said.
     */
    private static List<AnnotationSpec> ofContent(Attribute attribute) {
        List<AnnotationSpec> constraints = new ArrayList<>();
        if (!attribute.isReference()) {
            attribute.marks().mirrors().stream()
                    .filter(mirror ->
                            Copied.isConstraint(mirror) && Places.of(mirror).allow("TYPE_USE"))
                    .map(Copies::of)
                    .forEach(constraints::add);
        }
        if (attribute.isNeverNull() && (!attribute.isConstrainedNotNull() || attribute.isReference())) {
            constraints.add(AnnotationSpec.builder(Names.NOT_NULL).build());
        }
        return constraints;
    }

    private DtoComponent nested(Attribute attribute) {
        TypeElement target = attribute.target().orElseThrow();
        ClassName dto = Dtos.publicDto(reader.read(target)).orElseThrow();
        CodeBlock value = read(attribute);
        if (!attribute.isModels()) {
            return new DtoComponent(
                    attribute.name(),
                    Attribute.nullable(dto),
                    List.of(),
                    CodeBlock.of(
                            "$L == null || $T.isKeyOnly($L) ? null : $T.of($L)",
                            value,
                            Names.MODELS,
                            value,
                            dto,
                            value));
        }
        boolean isMap =
                ((DeclaredType) attribute.type()).asElement().getSimpleName().contentEquals("Map");
        return new DtoComponent(
                attribute.name(),
                Attribute.nullable(ParameterizedTypeName.get(LIST, dto)),
                List.of(),
                CodeBlock.of(
                        "$T.isLoaded($L) ? $L$L.stream().map($T::of).toList() : null",
                        Names.MODELS,
                        value,
                        value,
                        isMap ? ".values()" : "",
                        dto));
    }
}
