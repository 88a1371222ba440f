package dev.unirow.processor;

import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** What is wrong with one declaration, told at the very place. All of it is told at once. */
final class Problems {
    private final Messager messager;
    private int count;

    Problems(Messager messager) {
        this.messager = messager;
    }

    boolean any() {
        return count > 0;
    }

    void error(Element element, String message) {
        count++;
        messager.printMessage(Diagnostic.Kind.ERROR, message, element);
    }

    /** At the annotation, or at one value of it. */
    void error(Element element, AnnotationMirror annotation, @Nullable AnnotationValue value, String message) {
        count++;
        if (value == null) {
            messager.printMessage(Diagnostic.Kind.ERROR, message, element, annotation);
        } else {
            messager.printMessage(Diagnostic.Kind.ERROR, message, element, annotation, value);
        }
    }

    /** At the annotation of that name, if the element has it. */
    void errorAt(Element element, Marks marks, String annotation, String message) {
        Optional<AnnotationMirror> mirror = marks.find(annotation);
        if (mirror.isPresent()) {
            error(element, mirror.get(), null, message);
        } else {
            error(element, message);
        }
    }

    void warning(Element element, String message) {
        messager.printMessage(Diagnostic.Kind.WARNING, message, element);
    }
}
