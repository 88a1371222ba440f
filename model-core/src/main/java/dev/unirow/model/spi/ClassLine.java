package dev.unirow.model.spi;

import jakarta.persistence.Embeddable;
import jakarta.persistence.MappedSuperclass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The classes that give a mapped class its attributes, superclasses first.
 *
 * @param groups a model with its mapped superclasses up to the next model, which is a group of its own: each finds its
 *     access anew
 */
record ClassLine(List<List<Class<?>>> groups) {
    static ClassLine of(Class<?> type) {
        return MappedClass.isEntity(type) ? ofEntity(type) : new ClassLine(List.of(ofValue(type, ClassLine::isMapped)));
    }

    /** Of a value in an attribute of just this type, for which the mapper passes over embeddables above it. */
    static ClassLine ofEmbedded(Class<?> type) {
        return new ClassLine(List.of(ofValue(type, ClassLine::isSuperclass)));
    }

    /** Classes between that are not mapped are passed over. */
    private static ClassLine ofEntity(Class<?> type) {
        List<List<Class<?>>> groups = new ArrayList<>();
        List<Class<?>> group = new ArrayList<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (MappedClass.isEntity(at)) {
                group = new ArrayList<>();
                groups.add(0, group);
            }
            if (MappedClass.isEntity(at) || isSuperclass(at)) {
                group.add(0, at);
            }
        }
        return new ClassLine(groups);
    }

    /**
     * The line ends at the first class that is not mapped; that of a key class, which is not mapped itself, at none.
     */
    private static List<Class<?>> ofValue(Class<?> type, Predicate<Class<?>> continues) {
        boolean mapped = isMapped(type) || type.isRecord();
        List<Class<?>> line = new ArrayList<>(List.of(type));
        for (Class<?> at = type.getSuperclass();
                at != null && at != Object.class && (continues.test(at) || !mapped);
                at = at.getSuperclass()) {
            line.add(0, at);
        }
        return line;
    }

    private static boolean isMapped(Class<?> type) {
        return type.isAnnotationPresent(Embeddable.class) || isSuperclass(type);
    }

    private static boolean isSuperclass(Class<?> type) {
        return type.isAnnotationPresent(MappedSuperclass.class);
    }

    List<Class<?>> classes() {
        return groups.stream().flatMap(List::stream).toList();
    }
}
