package dev.unirow.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Types as the generated source writes them: specs become their models, and annotations inside of a type stay. */
final class TypeNames {
    private TypeNames() {}

    static boolean isSpec(Element element) {
        return element.getKind() == ElementKind.RECORD && Marks.of(element).has(Names.MODEL_SPEC);
    }

    /** The model of a spec. */
    static ClassName modelOf(TypeElement spec) {
        String simple = spec.getSimpleName().toString();
        String otherwise = simple.endsWith("Spec") ? simple.substring(0, simple.length() - "Spec".length()) : simple;
        String named = givenName(spec);
        // what is no name is refused by the rules, and until then stands for nothing
        return ClassName.get(packageOf(spec), isName(named) ? named : isName(otherwise) ? otherwise : simple);
    }

    /** The name that the spec gives its model; empty if it gives none. */
    static String givenName(TypeElement spec) {
        return Marks.of(spec)
                .find(Names.MODEL_SPEC)
                .map(mirror -> Marks.text(mirror, "name", ""))
                .orElse("");
    }

    static boolean isName(String text) {
        return SourceVersion.isIdentifier(text) && !SourceVersion.isKeyword(text);
    }

    static String packageOf(Element element) {
        Element at = element;
        while (at.getKind() != ElementKind.PACKAGE) {
            at = Objects.requireNonNull(at.getEnclosingElement());
        }
        return ((PackageElement) at).getQualifiedName().toString();
    }

    static ClassName of(TypeElement type) {
        return isSpec(type) ? modelOf(type) : ClassName.get(type);
    }

    /** The type without annotations on itself; those on its arguments are kept. */
    static TypeName of(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED -> declared((DeclaredType) type);
            case ARRAY -> ArrayTypeName.of(inner(((ArrayType) type).getComponentType()));
            case WILDCARD -> wildcard((WildcardType) type);
            default -> TypeName.get(type);
        };
    }

    /**
     * The type as a declaration has it: with those annotations that say something of types only, such as
     * {@code @Nullable}.
     */
    static TypeName ofDeclared(TypeMirror type) {
        return of(type).annotated(type.getAnnotationMirrors().stream()
                .filter(mirror -> Places.of(mirror).areTypesOnly())
                .map(Copies::of)
                .toList());
    }

    private static TypeName inner(TypeMirror type) {
        List<AnnotationSpec> annotations = new ArrayList<>();
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            annotations.add(Copies.of(mirror));
        }
        return of(type).annotated(annotations);
    }

    private static TypeName declared(DeclaredType type) {
        ClassName raw = of((TypeElement) type.asElement());
        if (type.getTypeArguments().isEmpty()) {
            return raw;
        }
        return ParameterizedTypeName.get(
                raw, type.getTypeArguments().stream().map(TypeNames::inner).toArray(TypeName[]::new));
    }

    private static TypeName wildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return WildcardTypeName.subtypeOf(inner(type.getExtendsBound()));
        }
        return type.getSuperBound() == null
                ? WildcardTypeName.subtypeOf(ClassName.OBJECT)
                : WildcardTypeName.supertypeOf(inner(type.getSuperBound()));
    }
}
