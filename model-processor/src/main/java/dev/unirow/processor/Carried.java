package dev.unirow.processor;

import java.util.Set;
import javax.lang.model.element.AnnotationMirror;

/** Where the annotations of a spec go. */
final class Carried {
    private static final Set<String> OURS = Set.of(Names.MODEL_SPEC, Names.DTO, Names.DTO_LIST, Names.DEFAULT);

    private Carried() {}

    static boolean toClass(AnnotationMirror mirror) {
        return isCarried(mirror)
                && Places.of(mirror).allow("TYPE")
                && !Marks.nameOf(mirror).equals(Names.ENTITY);
    }

    static boolean toField(AnnotationMirror mirror) {
        return isCarried(mirror) && Places.of(mirror).allow("FIELD");
    }

    /** What may stand at fields stands there, and not here again. */
    static boolean toAccessor(AnnotationMirror mirror) {
        return isCarried(mirror)
                && !Places.of(mirror).allow("FIELD")
                && Places.of(mirror).allow("METHOD");
    }

    private static boolean isCarried(AnnotationMirror mirror) {
        String name = Marks.nameOf(mirror);
        return !OURS.contains(name) && (!name.startsWith("java.lang.") || name.equals("java.lang.Deprecated"));
    }
}
