package dev.unirow.session.exception;

import dev.unirow.session.internal.value.KeyText;
import java.util.List;
import org.hibernate.LazyInitializationException;
import org.jspecify.annotations.Nullable;

/**
 * An accessor was called on a reference that is not loaded: Unirow never sends SQL behind a getter.
 * {@link dev.unirow.session.AsyncSession#fetch} loads it.
 */
public final class ReferenceNotLoadedException extends LazyInitializationException {
    private final Class<?> model;
    private final transient @Nullable Object key;
    private final List<String> references;

    /**
     * @param method what was called
     * @param references the attributes that refer to the class, as {@code Hero.team}
     */
    public ReferenceNotLoadedException(
            Class<?> model, @Nullable Object key, String method, List<String> references, Throwable cause) {
        super(sentence(model, key, method, references));
        this.model = model;
        this.key = key;
        this.references = List.copyOf(references);
        initCause(cause);
    }

    private static String sentence(Class<?> model, @Nullable Object key, String method, List<String> references) {
        String name = model.getSimpleName();
        return "Cannot call " + method + "() on a " + name + KeyText.of(key) + ": it is a reference that is not loaded"
                + (references.isEmpty() ? "" : ", as from " + shown(references))
                + ". Load it in its session first, as in session.fetch("
                + (references.isEmpty() ? "reference" : example(references.get(0)))
                + "), or select it with its owner by a fetch.";
    }

    /** {@code Hero.team} as {@code hero.team()}. */
    private static String example(String reference) {
        return Character.toLowerCase(reference.charAt(0)) + reference.substring(1) + "()";
    }

    private static String shown(List<String> references) {
        return String.join(", ", references.subList(0, Math.min(3, references.size())))
                + (references.size() > 3 ? " or others" : "");
    }

    /** The class of what is not loaded. */
    public Class<?> model() {
        return model;
    }

    /** Its key, of which the message shows numbers and UUIDs only; null after this was serialized. */
    public @Nullable Object key() {
        return key;
    }

    /** The attributes that refer to its class, as {@code Hero.team}, in the order of the alphabet; unmodifiable. */
    public List<String> references() {
        return references;
    }
}
