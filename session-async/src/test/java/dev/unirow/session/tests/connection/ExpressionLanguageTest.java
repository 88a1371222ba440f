package dev.unirow.session.tests.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.testing.JavaProgram;
import dev.unirow.testing.Waiting;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Validation in a factory of the application's own, with and without an expression language. */
@Tag("slow")
class ExpressionLanguageTest {
    private static final Path EXPRESSIONS =
            Path.of(System.getProperty("unirow.root"), "session-async", "target", "expression-language");

    private static final String BARE = "must be greater than ${inclusive == true ? 'or equal to ' : ''}1";

    @TempDir
    Path folder;

    @Test
    void withoutOneOurTextsAreSaid() throws Exception {
        assertThat(run("", "")).contains("refused: must be greater than or equal to 1; ${validatedValue} is too light");
    }

    @Test
    void withOneTheApplicationsOwnValidationStands() throws Exception {
        assertThat(run(jars(), "")).contains("refused: must be greater than or equal to 1; 0 is too light");
    }

    @Test
    void aFactoryThatTheApplicationNamesStands() throws Exception {
        assertThat(run("", "own")).contains("refused: " + BARE + "; ${validatedValue} is too light");
    }

    @Test
    void aConfigurationThatNeedsNoExpressionsStands() throws Exception {
        Path metaInf = Files.createDirectory(folder.resolve("META-INF"));
        Files.writeString(metaInf.resolve("validation.xml"), """
                <validation-config xmlns="https://jakarta.ee/xml/ns/validation/configuration" version="3.1">
                  <message-interpolator>org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator</message-interpolator>
                </validation-config>
                """);

        assertThat(run(folder + File.pathSeparator, ""))
                .contains("refused: " + BARE + "; ${validatedValue} is too light");
    }

    @Test
    void withoutValidationNothingIsRefused() throws Exception {
        assertThat(run("", "none")).contains("stored");
    }

    private static String jars() {
        try (Stream<Path> files = Files.list(EXPRESSIONS)) {
            return files.map(Path::toString).collect(Collectors.joining(File.pathSeparator)) + File.pathSeparator;
        } catch (IOException e) {
            throw new UncheckedIOException("Maven copies it: run ./mvnw process-test-resources.", e);
        }
    }

    private List<String> run(String first, String decision) throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = JavaProgram.of(ParcelProgram.class)
                .after(first)
                .process("jdbc:sqlite:" + folder.resolve("parcels.db"), decision)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("ended in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String printed = Files.readString(output, UTF_8);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed.lines().toList();
    }
}
