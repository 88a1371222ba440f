package dev.unirow.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * A main class of the tests in a process of its own, with their class path. It is over before an optimizing compiler
 * would pay, so that it has none.
 */
public final class JavaProgram {
    private final Class<?> main;
    private final List<String> options = new ArrayList<>(
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    private String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private JavaProgram(Class<?> main) {
        this.main = main;
    }

    public static JavaProgram of(Class<?> main) {
        return new JavaProgram(main);
    }

    /** Further options of the virtual machine. */
    public JavaProgram with(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    /** @param first found before what the tests have; each ends with the separator */
    public JavaProgram after(String first) {
        classPath = first + classPath;
        return this;
    }

    /**
     * Without the jars that provide a service.
     *
     * @param kept what the path of one contains that stays all the same; empty for none
     */
    public JavaProgram withoutService(String service, String kept) {
        classPath = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> (!kept.isEmpty() && entry.contains(kept)) || !provides(entry, service))
                .collect(Collectors.joining(File.pathSeparator));
        return this;
    }

    private static boolean provides(String entry, String service) {
        if (!entry.endsWith(".jar")) {
            return false;
        }
        try (JarFile jar = new JarFile(entry)) {
            return jar.getEntry("META-INF/services/" + service) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What starts it. */
    public ProcessBuilder process(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command);
    }
}
