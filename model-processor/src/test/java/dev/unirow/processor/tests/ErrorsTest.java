package dev.unirow.processor.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each error is shown at the place that is wrong, and has a section in docs/processor-errors.md. Run with
 * {@code -Dapprove} to write the texts anew.
 */
@Tag("slow")
class ErrorsTest {
    private static final Path ERRORS = Path.of("src/test/resources/errors");
    private static final Path PAGE = Path.of(System.getProperty("unirow.root"), "docs/processor-errors.md");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> eachIsShownWhereItIs() throws IOException {
        return sources().map(source -> DynamicTest.dynamicTest(name(source), () -> compare(source)));
    }

    private void compare(Path source) throws IOException {
        Compilation failed =
                Compilation.in(folder.resolve(name(source))).file(source).fails();
        // what is missing for want of the model is the compiler's own
        String shown = failed.messages(message -> !message.contains("cannot find symbol"))
                .replace(ERRORS + "/", "");
        Path kept = source.resolveSibling(name(source) + ".txt");
        if (System.getProperty("approve") != null) {
            Files.writeString(kept, shown);
        }

        assertThat(shown).contains(".java:").isEqualTo(Files.readString(kept));
    }

    @TestFactory
    Stream<DynamicTest> eachHasASectionInTheDocuments() throws IOException {
        String page = Files.readString(PAGE);
        return sources()
                .map(source -> DynamicTest.dynamicTest(
                        name(source),
                        () -> assertThat(page)
                                .contains("errors/" + name(source) + ".java -->")
                                .contains("errors/" + name(source) + ".txt -->")));
    }

    @Test
    void anActiveModelNeedsSessionAsync() {
        Compilation failed = Compilation.in(folder)
                .withoutOnClassPath("session-async")
                .source("HeroSpec", "@dev.unirow.model.ModelSpec(active = true) record HeroSpec(String name) {}")
                .fails();

        assertThat(failed.messages())
                .contains(
                        "HeroSpec.java:1: error: 'Hero' is to be active, and dev.unirow.active.ActiveRecord is not on the class"
                                + " path: add the dependency dev.unirow:session-async, or remove active = true.");
    }

    @Test
    void aMethodInTheBodyIsWarnedOf() {
        Compilation compiled = Compilation.in(folder)
                .source(
                        "HeroSpec",
                        "@dev.unirow.model.ModelSpec record HeroSpec(String name) { String loud() { return name + '!'; } }")
                .succeeds();

        assertThat(compiled.messages())
                .contains(
                        "warning: 'Hero' does not get the method 'loud': behaviour of a model is a default method of an"
                                + " interface that the spec implements.");
    }

    @Test
    void allErrorsOfASpecAreToldAtOnce() {
        Compilation failed = Compilation.in(folder).source("HeroSpec", """
                        import dev.unirow.model.*;
                        @ModelSpec
                        record HeroSpec(Long id, @Default("x") int lives, boolean pk) {}
                        """).fails();

        assertThat(failed.diagnostics()).hasSize(3);
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(ERRORS)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        }
    }

    private static String name(Path source) {
        String file = source.getFileName().toString();
        return file.substring(0, file.lastIndexOf('.'));
    }
}
