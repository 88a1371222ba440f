package dev.unirow.model;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The record of which models were made from a key alone, so that they stand for rows whose content nobody has read.
 * Values cannot tell: a row may hold nothing but defaults. A {@link Model} keeps the mark itself; those of other
 * classes are remembered by identity, for as long as they are in memory.
 */
final class KeyOnly {
    /** Held by the class itself, and gone with it. */
    private static final ClassValue<KeyOnly> MARKED = new ClassValue<>() {
        @Override
        protected KeyOnly computeValue(Class<?> type) {
            return new KeyOnly();
        }
    };

    private final Set<Same> models = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    private KeyOnly() {}

    static void mark(Object target) {
        if (target instanceof Model ours) {
            ours.markKeyOnly(true);
        } else {
            KeyOnly marked = MARKED.get(target.getClass());
            marked.models.add(new Same(target, marked.collected));
            for (Object gone = marked.collected.poll(); gone != null; gone = marked.collected.poll()) {
                marked.models.remove(gone);
            }
        }
    }

    static void forget(Object target) {
        if (target instanceof Model ours) {
            ours.markKeyOnly(false);
        } else if (isMarked(target)) {
            MARKED.get(target.getClass()).models.remove(new Same(target, null));
        }
    }

    static boolean isMarked(Object target) {
        if (target instanceof Model ours) {
            return ours.isMarkedKeyOnly();
        }
        Set<Same> marked = MARKED.get(target.getClass()).models;
        return !marked.isEmpty() && marked.contains(new Same(target, null));
    }

    /** Whether a model was made from a key, and nothing else was set in it since. */
    static boolean is(Shape shape, Object target) {
        return isMarked(target)
                && Key.of(target) != null
                && shape.properties().stream()
                        .allMatch(property -> property.id() || !SetRule.isSet(shape, property, target));
    }

    /** Equal by the identity of the model, whatever its own class says of equality. */
    private static final class Same extends WeakReference<Object> {
        private final int hash;

        Same(Object model, @Nullable ReferenceQueue<Object> queue) {
            super(model, queue);
            this.hash = System.identityHashCode(model);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object model = get();
            return model != null && other instanceof Same same && same.refersTo(model);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
