package dev.unirow.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The models that annotation processing found, of every jar and folder on the class path: a class name a line. */
final class ModelIndex {
    private static final String FILE = "META-INF/unirow/models";

    static final String REMEDY = "Name the model classes, or let the compiler write the index " + FILE
            + " by adding dev.unirow:model-processor to its annotationProcessorPaths.";

    private ModelIndex() {}

    /**
     * All models that the calling thread's class loader finds; none if there is no index.
     *
     * @throws IllegalStateException if an index names a class that cannot be loaded
     */
    static List<Class<?>> read() {
        return read(loader());
    }

    /** That of the calling thread. */
    static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? ModelIndex.class.getClassLoader() : context;
    }

    /**
     * A class that configuration names.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Class<?> load(String name, String what) {
        try {
            return Class.forName(name, false, loader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalArgumentException(
                    what
                            + " is not on the class path: write its name with its package, and with '$' before a nested class.",
                    e);
        }
    }

    private static List<Class<?>> read(ClassLoader loader) {
        try {
            Set<Class<?>> models = new LinkedHashSet<>();
            for (URL index : Collections.list(loader.getResources(FILE))) {
                for (String name : lines(index)) {
                    models.add(load(loader, name, index));
                }
            }
            return new ArrayList<>(models);
        } catch (IOException e) {
            throw new UncheckedIOException("The index of models " + FILE + " cannot be read.", e);
        }
    }

    private static List<String> lines(URL index) throws IOException {
        URLConnection connection = index.openConnection();
        // a cached jar would stay open behind a class loader that is closed
        connection.setUseCaches(false);
        try (InputStream stream = connection.getInputStream()) {
            return new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static Class<?> load(ClassLoader loader, String name, URL index) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException(
                    "The index " + index + " names the model '" + name
                            + "', and there is no such class. Build what it belongs to anew.",
                    e);
        }
    }
}
