package dev.unirow.session.tests.existing;

import dev.unirow.session.internal.mapping.EnhancingLoader;
import java.lang.invoke.MethodHandles;

/** A model whose class only tests of enhanced code load. */
public interface Note {
    Long getId();

    int getVersion();

    String getTitle();

    void setTitle(String title);

    /** Lazy. */
    String getBody();

    void setBody(String body);

    /** The class as Hibernate's build plug-in leaves it. */
    static Class<? extends Note> enhanced() {
        return Enhanced.TYPE;
    }

    static Note of(String title, String body) {
        try {
            Note note = enhanced().getConstructor().newInstance();
            note.setTitle(title);
            note.setBody(body);
            return note;
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Loaded once. */
    final class Enhanced {
        private static final Class<? extends Note> TYPE = EnhancingLoader.define(
                        MethodHandles.lookup(), Note.class.getPackageName() + ".EnhancedNote")
                .asSubclass(Note.class);

        private Enhanced() {}
    }
}
