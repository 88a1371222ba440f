package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.testing.JavaProgram;
import dev.unirow.testing.Waiting;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing keeps a program alive whose session factory could not be built. */
@Tag("slow")
class FailedStartTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theProgramEndsByItself(FailedStart.Reason reason) throws Exception {
        Process program = JavaProgram.of(FailedStart.class)
                .process(reason.name(), "jdbc:sqlite:" + folder.resolve("test.db"))
                .redirectError(folder.resolve("log").toFile())
                .start();
        try (BufferedReader printed =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = printed.lines().toList(); // up to the end of the program
            assertThat(lines).hasSize(2).last().isEqualTo(FailedStart.LAST_WORDS);
            assertThat(lines.get(0)).startsWith("failed: ");
            assertThat(program.waitFor(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(program.exitValue()).isZero();
        } finally {
            program.destroyForcibly();
        }
    }
}
