package dev.unirow.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * One property of a model, as it is declared: a component of a spec, or a field or getter of a class.
 *
 * @param element where it is declared, for messages
 * @param accessor the method of the model that reads it
 * @param documentation what is said of it, or nothing
 * @param inSpec whether it is declared by a spec, where what is not nullable is required
 */
record Attribute(
        Element element,
        String name,
        TypeMirror type,
        Marks marks,
        String accessor,
        String documentation,
        boolean inSpec) {
    private static final String VALUE_GENERATION = "org.hibernate.annotations.ValueGenerationType";
    private static final String ID_GENERATOR = "org.hibernate.annotations.IdGeneratorType";
    private static final Set<String> REQUIRING = Set.of(
            "jakarta.validation.constraints.NotNull",
            "jakarta.validation.constraints.NotBlank",
            "jakarta.validation.constraints.NotEmpty");

    boolean isId() {
        return marks.hasAny(Names.ID, Names.EMBEDDED_ID);
    }

    boolean isVersion() {
        return marks.has(Names.VERSION);
    }

    boolean isReference() {
        return marks.hasAny(Names.MANY_TO_ONE, Names.ONE_TO_ONE);
    }

    /** A reference whose key is a column of the other model's table. */
    boolean isInverse() {
        return marks.written(Names.ONE_TO_ONE, "mappedBy").isPresent();
    }

    /** A collection of other models. */
    boolean isModels() {
        return marks.hasAny(Names.ONE_TO_MANY, Names.MANY_TO_MANY);
    }

    boolean isCollection() {
        return isModels() || marks.has(Names.ELEMENT_COLLECTION);
    }

    boolean isTransient() {
        return marks.has(Names.TRANSIENT);
    }

    boolean isNormalized() {
        return marks.has(Names.NORMALIZE);
    }

    boolean isPrimitive() {
        return type.getKind().isPrimitive();
    }

    /** Whether the database or the mapper gives the value. */
    boolean isGenerated() {
        return isVersion()
                || marks.has(Names.GENERATED_VALUE)
                || marks.hasMeta(VALUE_GENERATION)
                || marks.hasMeta(ID_GENERATOR)
                || marks.has("org.hibernate.annotations.Formula")
                || (marks.says(Names.COLUMN, "insertable", false) && marks.says(Names.COLUMN, "updatable", false));
    }

    /** Whether nobody but the mapper writes it. A generated key may be given, so that a row is saved by its key. */
    boolean isReadOnly() {
        return isGenerated() && !isId();
    }

    boolean isPrivate() {
        return marks.has(Names.PRIVATE)
                || marks.has("com.fasterxml.jackson.annotation.JsonIgnore")
                || access().filter("WRITE_ONLY"::equals).isPresent();
    }

    /** Whether JSON that comes in may not have it. */
    boolean isReadOnlyJson() {
        return access().filter("READ_ONLY"::equals).isPresent();
    }

    private Optional<String> access() {
        return marks.written("com.fasterxml.jackson.annotation.JsonProperty", "access")
                .map(Object::toString)
                .map(constant -> constant.substring(constant.lastIndexOf('.') + 1));
    }

    boolean isMarkedNullable() {
        return marks.hasSimple("Nullable") || Marks.ofType(type).hasSimple("Nullable");
    }

    /** Whether a constraint refuses null. */
    boolean isConstrainedNotNull() {
        return REQUIRING.stream().anyMatch(marks::has) || REQUIRING.stream().anyMatch(Marks.ofType(type)::has);
    }

    Optional<String> defaultText() {
        return marks.written(Names.DEFAULT, "value").map(Object::toString);
    }

    boolean hasColumnDefault() {
        return marks.has("org.hibernate.annotations.ColumnDefault");
    }

    /** Whether a new model cannot do without it. */
    boolean isRequired() {
        if (isGenerated()
                || isCollection()
                || isTransient()
                || defaultText().isPresent()
                || isMarkedNullable()
                || isInverse()) {
            return false;
        }
        return !inSpec ? isConstrainedNotNull() || (isId() && !isPrimitive()) : !isReference() || saysRequired();
    }

    /** Whether the property is never null, by its declaration; the mapper's own business apart. */
    boolean isNeverNull() {
        if (isGenerated() || isCollection() || isTransient() || isMarkedNullable() || isInverse()) {
            return false;
        }
        return isPrimitive() || (inSpec ? !isReference() || saysRequired() : isConstrainedNotNull());
    }

    private boolean saysRequired() {
        return isId()
                || isConstrainedNotNull()
                || marks.says(Names.MANY_TO_ONE, "optional", false)
                || marks.says(Names.ONE_TO_ONE, "optional", false)
                || marks.says(Names.JOIN_COLUMN, "nullable", false);
    }

    /** Whether the accessor may answer null. */
    boolean mayBeNull() {
        return !isPrimitive()
                && !isCollection()
                && (isMarkedNullable()
                        || isGenerated()
                        || (inSpec && !isRequired() && defaultText().isEmpty()));
    }

    /** The type with {@code @Nullable} where the accessor may answer null. */
    TypeName declaredType() {
        TypeName declared = TypeNames.ofDeclared(type);
        return mayBeNull() ? nullable(declared) : declared;
    }

    static TypeName nullable(TypeName type) {
        boolean said = type.annotations().stream()
                .anyMatch(annotation -> annotation.type().toString().endsWith(".Nullable"));
        return said || type.isPrimitive()
                ? type
                : type.annotated(AnnotationSpec.builder(Names.NULLABLE).build());
    }

    /** What a reference refers to, or what a collection of models holds; empty if it is no class. */
    Optional<TypeElement> target() {
        TypeMirror at = type;
        if (isModels()
                && at instanceof DeclaredType collection
                && !collection.getTypeArguments().isEmpty()) {
            // the values of a map are what it holds
            at = collection.getTypeArguments().get(collection.getTypeArguments().size() - 1);
        }
        return at.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) ((DeclaredType) at).asElement())
                : Optional.empty();
    }

    Optional<AnnotationMirror> mark(String annotation) {
        return marks.find(annotation);
    }
}
