package dev.unirow.session;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models in a package and those below it, of every jar and folder on the class path: each of its classes is looked
 * at.
 */
final class ModelPackages {
    private static final String CLASS = ".class";

    private ModelPackages() {}

    /**
     * The classes that are mapped, by their names.
     *
     * @throws IllegalArgumentException if there is none
     */
    static List<Class<?>> read(String name) {
        ClassLoader loader = ModelIndex.loader();
        String folder = name.replace('.', '/');
        Set<String> names = new TreeSet<>();
        try {
            for (URL place : Collections.list(loader.getResources(folder))) {
                if (place.openConnection() instanceof JarURLConnection jar) {
                    names.addAll(ofJar(jar, folder));
                } else if (place.getProtocol().equals("file")) {
                    names.addAll(ofFolder(Path.of(place.toURI()), folder));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The package " + name + " cannot be read.", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The package " + name + " is at no place that can be read.", e);
        }
        List<Class<?>> models = new ArrayList<>();
        for (String found : names) {
            Class<?> type = mapped(found, loader);
            if (type != null) {
                models.add(type);
            }
        }
        if (models.isEmpty()) {
            throw new IllegalArgumentException("There is no class with @Entity in the package '" + name
                    + "', nor in one below it, on the class path.");
        }
        return models;
    }

    private static Set<String> ofJar(JarURLConnection connection, String folder) throws IOException {
        connection.setUseCaches(false); // a cached jar would stay open behind a class loader that is closed
        Set<String> names = new TreeSet<>();
        try (JarFile jar = connection.getJarFile()) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(entry -> entry.startsWith(folder + "/") && entry.endsWith(CLASS))
                    .forEach(names::add);
        }
        return names;
    }

    private static Set<String> ofFolder(Path place, String folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(place)) {
            URI root = place.toUri();
            files.filter(file -> file.toString().endsWith(CLASS))
                    .forEach(file -> names.add(
                            folder + "/" + root.relativize(file.toUri()).getPath()));
        }
        return names;
    }

    private static @Nullable Class<?> mapped(String file, ClassLoader loader) {
        String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
        if (name.endsWith("package-info") || name.endsWith("module-info")) {
            return null;
        }
        try {
            Class<?> type = Class.forName(name, false, loader);
            boolean mapped = Stream.of(Entity.class, MappedSuperclass.class, Embeddable.class, Converter.class)
                    .anyMatch(type::isAnnotationPresent);
            return mapped ? type : null;
        } catch (ClassNotFoundException | LinkageError e) {
            return null; // beside models stands what needs a library that is absent
        }
    }
}
