package dev.unirow.processor.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * The tests of model-core, compiled with two specs in place of the classes {@code Album} and {@code Track}. A generated
 * constructor takes what is required, so the position of a track moves to its setter.
 */
@Tag("slow")
class ModelContractsTest {
    private static final Path TESTS =
            Path.of(System.getProperty("unirow.root"), "model-core/src/test/java/dev/unirow/model/tests");
    private static final Path SPECS = Path.of("src/test/resources/contracts");
    private static final String OF_NO_GENERATED_CODE = "ExistingModelsTest";
    private static final List<String> REPLACED = List.of("Album.java", "Track.java");

    @TempDir
    Path folder;

    @Test
    void whatHoldsForModelsByHandHoldsForGeneratedOnes() throws IOException {
        Compilation compilation =
                Compilation.in(folder).file(SPECS.resolve("AlbumSpec.java")).file(SPECS.resolve("TrackSpec.java"));
        List<String> tests;
        try (Stream<Path> files = Files.list(TESTS)) {
            tests = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java") && !REPLACED.contains(file))
                    .map(file -> file.replace(".java", ""))
                    .sorted()
                    .toList();
        }
        for (String test : tests) {
            compilation.source(
                    "dev.unirow.model.tests." + test,
                    Files.readString(TESTS.resolve(test + ".java"))
                            .replaceAll(
                                    "new Track\\((\"[^\"]*\"|null), (-?\\d+)\\)",
                                    "new Track($1, null).setPosition($2)"));
        }
        compilation.succeeds();

        TestExecutionSummary summary = run(compilation.loader(), tests);

        assertThat(summary.getFailures())
                .extracting(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(90);
    }

    private static TestExecutionSummary run(ClassLoader loader, List<String> tests) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(tests.stream()
                                            .filter(test -> test.endsWith("Test") && !test.equals(OF_NO_GENERATED_CODE))
                                            .map(test -> load(loader, test))
                                            .map(DiscoverySelectors::selectClass)
                                            .toList())
                                    .filters(TagFilter.excludeTags("deep"))
                                    .build(),
                            summary);
            return summary.getSummary();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Class<?> load(ClassLoader loader, String test) {
        try {
            return loader.loadClass("dev.unirow.model.tests." + test);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
