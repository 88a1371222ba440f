package dev.unirow.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads what specs and hand-written classes declare, by the rules of Jakarta Persistence. */
final class ModelReader {
    private final Elements elements;
    private final Types types;

    ModelReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    ModelSource read(TypeElement element) {
        return TypeNames.isSpec(element) ? spec(element) : entity(element);
    }

    private ModelSource spec(TypeElement spec) {
        List<Attribute> attributes = new ArrayList<>();
        for (RecordComponentElement component : spec.getRecordComponents()) {
            attributes.add(attribute(spec, component));
        }
        return new ModelSource(
                spec, Marks.of(spec), TypeNames.modelOf(spec), attributes, keyClass(List.of(spec)), true);
    }

    private Attribute attribute(TypeElement spec, RecordComponentElement component) {
        String name = component.getSimpleName().toString();
        List<Element> declarations = new ArrayList<>();
        field(spec, name).ifPresent(declarations::add);
        declarations.add(component);
        declarations.add(component.getAccessor());
        return new Attribute(
                declarations.get(0),
                name,
                component.asType(),
                Marks.union(declarations),
                name,
                parameterDocumentation(spec, name),
                true);
    }

    private static Optional<VariableElement> field(TypeElement type, String name) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .findFirst();
    }

    private String parameterDocumentation(TypeElement spec, String component) {
        String text = elements.getDocComment(spec);
        return text == null
                ? ""
                : Pattern.compile("@param\\s+" + Pattern.quote(component) + "\\s+(.*?)(?=\\n\\s*@|\\z)", Pattern.DOTALL)
                        .matcher(text)
                        .results()
                        .findFirst()
                        .map(found -> found.group(1).strip())
                        .orElse("");
    }

    /** What is said of a type before its first tag. */
    String documentation(TypeElement type) {
        String text = elements.getDocComment(type);
        return text == null ? "" : text.split("(?m)^\\s*@", 2)[0].strip().replaceAll("(?m)^ ", "");
    }

    private ModelSource entity(TypeElement type) {
        List<TypeElement> mapped = mapped(type);
        boolean byGetters = mapped.stream().anyMatch(ModelReader::hasKeyOnGetter);
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        for (TypeElement at : mapped) {
            for (Attribute attribute : byGetters ? getters(type, at) : fields(type, at)) {
                attributes.put(attribute.name(), attribute);
            }
        }
        return new ModelSource(
                type,
                Marks.of(type),
                ClassName.get(type),
                new ArrayList<>(attributes.values()),
                keyClass(mapped),
                types.isAssignable(types.erasure(type.asType()), modelType()));
    }

    private TypeMirror modelType() {
        TypeElement model = elements.getTypeElement(Names.MODEL.canonicalName());
        return model == null ? types.getNoType(TypeKind.NONE) : model.asType();
    }

    /** The class and its mapped superclasses, the topmost first. */
    private static List<TypeElement> mapped(TypeElement type) {
        List<TypeElement> mapped = new ArrayList<>();
        for (TypeElement at = type; at != null; at = superclass(at)) {
            if (at.equals(type) || Marks.of(at).hasAny(Names.ENTITY, Names.MAPPED_SUPERCLASS)) {
                mapped.add(0, at);
            }
        }
        return mapped;
    }

    private static @Nullable TypeElement superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    }

    private static boolean hasKeyOnGetter(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .anyMatch(method -> Marks.of(method).hasAny(Names.ID, Names.EMBEDDED_ID));
    }

    private List<Attribute> fields(TypeElement type, TypeElement at) {
        List<Attribute> attributes = new ArrayList<>();
        for (VariableElement field : ElementFilter.fieldsIn(at.getEnclosedElements())) {
            if (!field.getModifiers().contains(Modifier.STATIC)
                    && !field.getModifiers().contains(Modifier.TRANSIENT)
                    && !Marks.of(field).has(Names.TRANSIENT)) {
                String name = field.getSimpleName().toString();
                attributes.add(new Attribute(
                        field,
                        name,
                        types.asMemberOf((DeclaredType) type.asType(), field),
                        Marks.union(List.of(field)),
                        accessor(type, name, field.asType()),
                        "",
                        false));
            }
        }
        return attributes;
    }

    private List<Attribute> getters(TypeElement type, TypeElement at) {
        List<Attribute> attributes = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(at.getEnclosedElements())) {
            String name = property(method);
            if (!name.isEmpty() && !Marks.of(method).has(Names.TRANSIENT)) {
                attributes.add(new Attribute(
                        method,
                        name,
                        method.getReturnType(),
                        Marks.of(method),
                        method.getSimpleName().toString(),
                        "",
                        false));
            }
        }
        return attributes;
    }

    private static String property(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        if (!method.getParameters().isEmpty() || method.getModifiers().contains(Modifier.STATIC)) {
            return "";
        }
        if (name.startsWith("get")
                && name.length() > 3
                && method.getReturnType().getKind() != TypeKind.VOID) {
            return Names.decapitalized(name.substring(3));
        }
        return name.startsWith("is")
                        && name.length() > 2
                        && method.getReturnType().getKind() == TypeKind.BOOLEAN
                ? Names.decapitalized(name.substring(2))
                : "";
    }

    /**
     * The method that reads a field: {@code name()}, {@code getName()}, {@code isName()}, or what Lombok will write;
     * empty if there is none.
     */
    private String accessor(TypeElement type, String name, TypeMirror value) {
        String upper = Names.capitalized(name);
        List<String> candidates = List.of(name, "get" + upper, "is" + upper);
        List<String> methods = ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> method.getParameters().isEmpty()
                        && !method.getModifiers().contains(Modifier.PRIVATE)
                        && !method.getModifiers().contains(Modifier.STATIC))
                .map(method -> method.getSimpleName().toString())
                .toList();
        return candidates.stream()
                .filter(methods::contains)
                .findFirst()
                .orElseGet(() -> byLombok(type, name, upper, value));
    }

    private String byLombok(TypeElement type, String name, String upper, TypeMirror value) {
        Marks onType = Marks.of(type);
        Marks onField = field(type, name).map(Marks::of).orElse(new Marks(List.of()));
        if (!onType.hasAny("lombok.Getter", "lombok.Data", "lombok.Value") && !onField.has("lombok.Getter")) {
            return "";
        }
        if (onType.says("lombok.experimental.Accessors", "fluent", true)) {
            return name;
        }
        return (value.getKind() == TypeKind.BOOLEAN ? "is" : "get") + upper;
    }

    private static Optional<TypeElement> keyClass(List<TypeElement> mapped) {
        return mapped.stream()
                .flatMap(type -> Marks.of(type).written(Names.ID_CLASS, "value").stream())
                .filter(DeclaredType.class::isInstance)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .filter(type -> type.getKind() != ElementKind.ANNOTATION_TYPE)
                .findFirst();
    }
}
