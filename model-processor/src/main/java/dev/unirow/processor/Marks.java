package dev.unirow.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** The annotations of one declaration. */
record Marks(List<AnnotationMirror> mirrors) {
    Marks {
        mirrors = List.copyOf(mirrors);
    }

    static Marks of(Element element) {
        return new Marks(List.copyOf(element.getAnnotationMirrors()));
    }

    /**
     * Those of several elements that stand for the same declaration: the compiler hands an annotation of a record
     * component on to the field and the accessor, to some or all of them.
     */
    static Marks union(Collection<? extends Element> elements) {
        Map<String, AnnotationMirror> union = new LinkedHashMap<>();
        for (Element element : elements) {
            for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
                union.putIfAbsent(mirror.toString(), mirror);
            }
        }
        return new Marks(new ArrayList<>(union.values()));
    }

    static TypeElement typeOf(AnnotationMirror mirror) {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }

    static String nameOf(AnnotationMirror mirror) {
        return typeOf(mirror).getQualifiedName().toString();
    }

    boolean has(String annotation) {
        return find(annotation).isPresent();
    }

    boolean hasAny(String... annotations) {
        return Stream.of(annotations).anyMatch(this::has);
    }

    Optional<AnnotationMirror> find(String annotation) {
        return mirrors.stream()
                .filter(mirror -> nameOf(mirror).equals(annotation))
                .findFirst();
    }

    List<AnnotationMirror> all(String annotation) {
        return mirrors.stream()
                .filter(mirror -> nameOf(mirror).equals(annotation))
                .toList();
    }

    /**
     * Whether one of the annotations, by its simple name, is there: every tool set has a {@code Nullable} of its own.
     */
    boolean hasSimple(String annotation) {
        return mirrors.stream()
                .anyMatch(mirror -> typeOf(mirror).getSimpleName().contentEquals(annotation));
    }

    /** Whether an annotation is there that is itself annotated with this one. */
    boolean hasMeta(String meta) {
        return mirrors.stream().anyMatch(mirror -> Marks.of(typeOf(mirror)).has(meta));
    }

    /** What is written for an annotation's element; empty if the annotation or the element is not written. */
    Optional<Object> written(String annotation, String element) {
        return find(annotation).flatMap(mirror -> value(mirror, element)).map(AnnotationValue::getValue);
    }

    boolean says(String annotation, String element, Object value) {
        return written(annotation, element).filter(value::equals).isPresent();
    }

    static Optional<AnnotationValue> value(AnnotationMirror mirror, String element) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(element))
                .<AnnotationValue>map(Map.Entry::getValue)
                .findFirst();
    }

    static String text(AnnotationMirror mirror, String element, String otherwise) {
        return value(mirror, element)
                .map(AnnotationValue::getValue)
                .map(Object::toString)
                .orElse(otherwise);
    }

    /** The elements of an array, each with its place. */
    static List<AnnotationValue> values(AnnotationMirror mirror, String element) {
        return value(mirror, element)
                .map(AnnotationValue::getValue)
                .map(Marks::elements)
                .orElse(List.of());
    }

    static List<String> texts(AnnotationMirror mirror, String element) {
        return values(mirror, element).stream()
                .map(value -> String.valueOf(value.getValue()))
                .toList();
    }

    private static List<AnnotationValue> elements(Object array) {
        List<AnnotationValue> elements = new ArrayList<>();
        for (Object element : (List<?>) array) {
            elements.add((AnnotationValue) element);
        }
        return elements;
    }

    static Marks ofType(TypeMirror type) {
        return new Marks(List.copyOf(type.getAnnotationMirrors()));
    }
}
