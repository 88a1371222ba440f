package dev.unirow.model.internal;

import dev.unirow.model.spi.References;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Looks at models as they are in memory, through the mapper's eyes if there is one on the class path. */
public final class Sight {
    public static final References REFERENCES =
            ServiceLoader.load(References.class, References.class.getClassLoader()).stream()
                    .findFirst()
                    .map(ServiceLoader.Provider::get)
                    .orElse(new Plain());

    private Sight() {}

    /** Without a mapper there are no stand-ins. */
    private record Plain() implements References {
        @Override
        public boolean isLoaded(Object modelOrCollection) {
            return true;
        }

        @Override
        public boolean isLoaded(Object model, String property) {
            return true;
        }

        @Override
        public Object unproxy(Object model) {
            return model;
        }

        @Override
        public @Nullable Object copy(Object unloadedCollection) {
            return null;
        }

        @Override
        public @Nullable Object key(Object unloaded) {
            return null;
        }
    }
}
