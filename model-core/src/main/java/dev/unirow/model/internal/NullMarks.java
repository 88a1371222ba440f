package dev.unirow.model.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What {@code @NullMarked} and {@code @Nullable} say of a record; by their simple names, since there are several. */
public final class NullMarks {
    private NullMarks() {}

    /** Whether a component is declared to be never null: in code that is marked, and not as nullable itself. */
    public static boolean forbidNull(Class<?> record, String component) {
        return isMarked(record)
                && Arrays.stream(record.getRecordComponents())
                        .filter(each -> each.getName().equals(component))
                        .noneMatch(NullMarks::isNullable);
    }

    private static boolean isNullable(RecordComponent component) {
        return has(component, "Nullable")
                || has(component.getAccessor(), "Nullable")
                || has(component.getAnnotatedType(), "Nullable");
    }

    private static boolean isMarked(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            Boolean said = said(at);
            if (said != null) {
                return said;
            }
        }
        Boolean ofPackage = type.getPackage() == null ? null : said(type.getPackage());
        return ofPackage != null ? ofPackage : Boolean.TRUE.equals(said(type.getModule()));
    }

    private static @Nullable Boolean said(AnnotatedElement element) {
        return has(element, "NullUnmarked") ? Boolean.FALSE : has(element, "NullMarked") ? Boolean.TRUE : null;
    }

    private static boolean has(AnnotatedElement element, String annotation) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getSimpleName().equals(annotation));
    }
}
