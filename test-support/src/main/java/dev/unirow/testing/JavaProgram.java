package dev.unirow.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
