package dev.unirow.processor.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.processor.ModelIndexProcessor;
import dev.unirow.processor.ModelProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.hibernate.processor.HibernateProcessor;

/** One run of javac over sources, with the processors, into a folder. */
final class Compilation {
    private final Path folder;
    private final List<Path> sources = new ArrayList<>();
    private final List<Processor> processors =
            new ArrayList<>(List.of(new ModelProcessor(), new ModelIndexProcessor()));
    private final List<String> options = new ArrayList<>(List.of("--release", "17", "-parameters"));
    private final List<Path> classPath = new ArrayList<>();
    private List<Diagnostic<? extends JavaFileObject>> diagnostics = List.of();
    private Predicate<String> missing = entry -> false;
    private boolean succeeded;

    private Compilation(Path folder) {
        this.folder = folder;
    }

    static Compilation in(Path folder) {
        return new Compilation(folder);
    }

    /** A source by the text of its first type. */
    Compilation source(String name, String text) {
        try {
            Path file = folder.resolve("sources").resolve(name.replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            sources.add(file);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Compilation file(Path source) {
        sources.add(source);
        return this;
    }

    Compilation option(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    Compilation classPath(Path more) {
        classPath.add(more);
        return this;
    }

    Compilation withoutOnClassPath(String module) {
        missing = entry -> entry.contains(module);
        return this;
    }

    Compilation withMetamodel() {
        processors.add(new HibernateProcessor());
        return this;
    }

    /** Others, which run before. */
    Compilation alsoProcessors(Processor... more) {
        processors.addAll(0, List.of(more));
        return this;
    }

    Compilation processors(Processor... instead) {
        processors.clear();
        processors.addAll(List.of(instead));
        return this;
    }

    Compilation run() {
        try {
            Files.createDirectories(classes());
            Files.createDirectories(generated());
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            DiagnosticCollector<JavaFileObject> collected = new DiagnosticCollector<>();
            try (StandardJavaFileManager files = compiler.getStandardFileManager(collected, Locale.ENGLISH, null)) {
                List<String> arguments = new ArrayList<>(options);
                arguments.addAll(List.of(
                        "-cp",
                        Stream.concat(
                                        classPath.stream().map(Path::toString),
                                        Stream.of(System.getProperty("java.class.path")
                                                        .split(File.pathSeparator))
                                                .filter(entry -> !missing.test(entry)))
                                .collect(Collectors.joining(File.pathSeparator)),
                        "-d",
                        classes().toString(),
                        "-s",
                        generated().toString()));
                if (processors.isEmpty()) {
                    arguments.add("-proc:none");
                }
                JavaCompiler.CompilationTask task = compiler.getTask(
                        null, files, collected, arguments, null, files.getJavaFileObjectsFromPaths(sources));
                task.setLocale(Locale.ENGLISH);
                if (!processors.isEmpty()) {
                    task.setProcessors(processors);
                }
                succeeded = task.call();
            }
            diagnostics = collected.getDiagnostics();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Compilation succeeds() {
        run();
        assertThat(succeeded).as(messages()).isTrue();
        return this;
    }

    Compilation fails() {
        run();
        assertThat(succeeded).as("compiled").isFalse();
        return this;
    }

    List<Diagnostic<? extends JavaFileObject>> diagnostics() {
        return diagnostics;
    }

    /** The diagnostics as javac prints them, without the folder. */
    String messages() {
        return messages(message -> true);
    }

    String messages(Predicate<String> which) {
        return diagnostics.stream()
                .map(diagnostic -> diagnostic.toString().replace(folder.resolve("sources") + "/", "") + "\n")
                .filter(which)
                .collect(Collectors.joining());
    }

    Path classes() {
        return folder.resolve("classes");
    }

    Path generated() {
        return folder.resolve("generated");
    }

    List<Path> generatedFiles() {
        try (Stream<Path> files = Files.walk(generated())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String generated(String name) {
        return text(generated().resolve(name.replace('.', '/') + ".java"));
    }

    TreeMap<String, String> allGenerated() {
        TreeMap<String, String> all = new TreeMap<>();
        generatedFiles().forEach(file -> all.put(generated().relativize(file).toString(), text(file)));
        return all;
    }

    String index() {
        return text(classes().resolve("META-INF/unirow/models"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes, above those of the test. */
    ClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {classes().toUri().toURL()}, Compilation.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Class<?> load(String name) {
        try {
            return loader().loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
