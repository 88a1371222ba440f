package dev.unirow.processor;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PROTECTED;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Writes the class of a model, as one would by hand: fields, constructors, accessors and setters. */
final class EntityWriter {
    private static final ClassName LONG = ClassName.get(Long.class);

    private final ModelSource spec;
    private final boolean active;
    private final String documentation;

    EntityWriter(ModelSource spec, boolean active, String documentation) {
        this.spec = spec;
        this.active = active;
        this.documentation = documentation;
    }

    TypeSpec.Builder write() {
        TypeSpec.Builder model = TypeSpec.classBuilder(spec.name())
                .addOriginatingElement(spec.element())
                .addModifiers(PUBLIC)
                .superclass(active ? Names.ACTIVE_RECORD : Names.MODEL)
                .addAnnotations(typeAnnotations());
        if (!documentation.isEmpty()) {
            model.addJavadoc("$L", documentation);
        }
        for (TypeMirror each : spec.element().getInterfaces()) {
            model.addSuperinterface(TypeNames.of(each));
        }
        if (active) {
            model.addField(FieldSpec.builder(
                            ParameterizedTypeName.get(Names.QUERY_SET, spec.name()), "objects", PUBLIC, STATIC, FINAL)
                    .initializer("$T.of($T.class)", Names.QUERY_SET, spec.name())
                    .build());
        }
        addFields(model);
        addConstructors(model);
        addAccessors(model);
        return model;
    }

    private List<AnnotationSpec> typeAnnotations() {
        List<AnnotationSpec> annotations = new ArrayList<>(
                List.of(AnnotationSpec.builder(Names.persistence(Names.ENTITY)).build()));
        spec.marks().mirrors().stream()
                .filter(mirror -> Carried.toClass(mirror))
                .map(Copies::of)
                .forEach(annotations::add);
        return annotations;
    }

    private void addFields(TypeSpec.Builder model) {
        if (spec.needsKey()) {
            model.addField(FieldSpec.builder(Attribute.nullable(LONG), "id", PRIVATE)
                    .addAnnotation(Names.persistence(Names.ID))
                    .addAnnotation(AnnotationSpec.builder(Names.persistence(Names.GENERATED_VALUE))
                            .addMember(
                                    "strategy", "$T.IDENTITY", Names.persistence("jakarta.persistence.GenerationType"))
                            .build())
                    .build());
        }
        for (Attribute attribute : spec.attributes()) {
            FieldSpec.Builder field = FieldSpec.builder(attribute.declaredType(), attribute.name(), PRIVATE);
            for (AnnotationMirror mirror : attribute.marks().mirrors()) {
                if (Carried.toField(mirror) && !isDeniedByDefault(attribute, mirror)) {
                    field.addAnnotation(Copies.of(mirror));
                }
            }
            if (needsNotNull(attribute)) {
                field.addAnnotation(Names.NOT_NULL);
            }
            initializer(attribute).ifPresent(field::initializer);
            model.addField(field.build());
        }
    }

    /**
     * What is never null says so to the validator, to the schema, and to everybody who reads the class; of a primitive
     * this says that zero is no default, and that it must be given.
     */
    private static boolean needsNotNull(Attribute attribute) {
        return attribute.isNeverNull()
                && !(attribute.isPrimitive() && (!attribute.isRequired() || attribute.hasColumnDefault()))
                && !attribute.isId()
                && !attribute.isConstrainedNotNull();
    }

    private static boolean isDeniedByDefault(Attribute attribute, AnnotationMirror mirror) {
        return attribute.isPrimitive()
                && attribute.defaultText().isPresent()
                && Marks.nameOf(mirror).equals(Names.NOT_NULL.canonicalName());
    }

    private static Optional<CodeBlock> initializer(Attribute attribute) {
        if (attribute.isCollection()) {
            return Optional.of(CodeBlock.of("new $T<>()", collectionClass(attribute.type())));
        }
        return attribute.defaultText().flatMap(text -> DefaultText.expression(attribute.type(), text));
    }

    static ClassName collectionClass(TypeMirror type) {
        return switch (((DeclaredType) type).asElement().getSimpleName().toString()) {
            case "Set" -> ClassName.get("java.util", "LinkedHashSet");
            case "Map" -> ClassName.get("java.util", "LinkedHashMap");
            default -> ClassName.get("java.util", "ArrayList");
        };
    }

    private void addConstructors(TypeSpec.Builder model) {
        List<Attribute> required =
                spec.attributes().stream().filter(Attribute::isRequired).toList();
        MethodSpec.Builder empty = MethodSpec.constructorBuilder();
        if (required.isEmpty()) {
            model.addMethod(empty.addModifiers(PUBLIC).build());
            return;
        }
        if (required.stream().anyMatch(attribute -> !attribute.isPrimitive())) {
            // the mapper sets them after it
            empty.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "NullAway.Init")
                    .build());
        }
        model.addMethod(empty.addModifiers(PROTECTED).build());
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(PUBLIC);
        for (Attribute attribute : required) {
            constructor.addParameter(parameter(attribute));
            constructor.addStatement(assignment(attribute));
        }
        if (required.stream().anyMatch(attribute -> attribute.isPrimitive() || attribute.isNormalized())) {
            // of a superclass's final method, which javac cannot look into
            constructor.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "this-escape")
                    .build());
        }
        for (Attribute attribute : required) {
            if (attribute.isPrimitive()) {
                // zero is what a new model has anyway
                constructor.addStatement("markSet($S)", attribute.name());
            }
        }
        model.addMethod(constructor.build());
    }

    private static ParameterSpec parameter(Attribute attribute) {
        return ParameterSpec.builder(attribute.declaredType(), attribute.name()).build();
    }

    private void addAccessors(TypeSpec.Builder model) {
        if (spec.needsKey()) {
            model.addMethod(keyAccessor());
            model.addMethod(keySetter());
        }
        for (Attribute attribute : spec.attributes()) {
            model.addMethod(accessor(attribute));
            if (!attribute.isReadOnly() && !attribute.marks().has(Names.EMBEDDED_ID)) {
                model.addMethod(attribute.isCollection() ? collectionSetter(attribute) : setter(attribute));
            }
        }
    }

    private MethodSpec keyAccessor() {
        return MethodSpec.methodBuilder("id")
                .addJavadoc("Null until the row is inserted.")
                .addModifiers(PUBLIC)
                .returns(Attribute.nullable(LONG))
                .addStatement("return id")
                .build();
    }

    private MethodSpec keySetter() {
        return MethodSpec.methodBuilder("setId")
                .addModifiers(PUBLIC)
                .returns(spec.name())
                .addParameter(Attribute.nullable(LONG), "id")
                .addStatement("this.id = id")
                .addStatement("markSet($S)", "id")
                .addStatement("return this")
                .build();
    }

    private MethodSpec accessor(Attribute attribute) {
        MethodSpec.Builder accessor = MethodSpec.methodBuilder(attribute.name())
                .addModifiers(PUBLIC)
                .returns(attribute.declaredType())
                .addStatement("return $N", attribute.name());
        for (AnnotationMirror mirror : attribute.marks().mirrors()) {
            if (Carried.toAccessor(mirror)) {
                accessor.addAnnotation(Copies.of(mirror));
            }
        }
        if (!attribute.documentation().isEmpty()) {
            accessor.addJavadoc("$L", sentence(attribute.documentation()));
        }
        return accessor.build();
    }

    private static String sentence(String text) {
        return Names.capitalized(text) + (text.matches("(?s).*[.!?]") ? "" : ".");
    }

    private MethodSpec setter(Attribute attribute) {
        return MethodSpec.methodBuilder("set" + Names.capitalized(attribute.name()))
                .addModifiers(PUBLIC)
                .returns(spec.name())
                .addParameter(parameter(attribute))
                .addStatement(assignment(attribute))
                .addStatement("markSet($S)", attribute.name())
                .addStatement("return this")
                .build();
    }

    private static CodeBlock assignment(Attribute attribute) {
        String name = attribute.name();
        return attribute.isNormalized()
                ? CodeBlock.of("this.$N = normalized($S, $N)", name, name, name)
                : CodeBlock.of("this.$N = $N", name, name);
    }

    /** The collection stays the one that the mapper watches; its content changes. */
    private MethodSpec collectionSetter(Attribute attribute) {
        String name = attribute.name();
        DeclaredType type = (DeclaredType) attribute.type();
        boolean isMap = type.asElement().getSimpleName().contentEquals("Map");
        TypeName parameter = parameterType(type, isMap);
        String content = name.equals("content") ? "copy" : "content";
        String each = name.equals("each") ? "member" : "each";
        MethodSpec.Builder setter = MethodSpec.methodBuilder("set" + Names.capitalized(name))
                .addModifiers(PUBLIC)
                .returns(spec.name())
                .addParameter(parameter, name)
                .addStatement("var $L = new $T<>($N)", content, collectionClass(type), name)
                .addStatement("this.$N.clear()", name)
                .addStatement("this.$N.$L($L)", name, isMap ? "putAll" : "addAll", content);
        owner(attribute)
                .ifPresent(owner -> setter.addStatement(
                        "$L.forEach($L -> $L.set$L(this))",
                        isMap ? content + ".values()" : content,
                        each,
                        each,
                        Names.capitalized(owner)));
        return setter.addStatement("markSet($S)", name)
                .addStatement("return this")
                .build();
    }

    private static TypeName parameterType(DeclaredType type, boolean isMap) {
        TypeName content = TypeNames.of(type.getTypeArguments().get(0));
        if (isMap) {
            return ParameterizedTypeName.get(
                    ClassName.get("java.util", "Map"),
                    WildcardTypeName.subtypeOf(content),
                    WildcardTypeName.subtypeOf(
                            TypeNames.of(type.getTypeArguments().get(1))));
        }
        return ParameterizedTypeName.get(ClassName.get("java.util", "Collection"), WildcardTypeName.subtypeOf(content));
    }

    /** The reference of the models below that leads back here; of specs only, whose setters are known. */
    private static Optional<String> owner(Attribute attribute) {
        return attribute
                .target()
                .filter(TypeNames::isSpec)
                .flatMap(target -> attribute.marks().written(Names.ONE_TO_MANY, "mappedBy"))
                .map(Object::toString);
    }
}
