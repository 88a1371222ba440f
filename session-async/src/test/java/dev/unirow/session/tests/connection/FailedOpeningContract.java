package dev.unirow.session.tests.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.JavaProgram;
import dev.unirow.testing.Waiting;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing keeps a program alive whose database could not be opened. */
@EachDatabase
@Tag("slow")
class FailedOpeningContract {
    DatabaseTarget target;

    @Test
    void theProgramEndsByItself() throws Exception {
        for (FailedProgram.Reason reason : FailedProgram.Reason.values()) {
            Process program = JavaProgram.of(FailedProgram.class)
                    .process(reason.name(), target.newDatabaseUrl())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader printed =
                    new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
                List<String> lines = printed.lines().toList(); // up to the end of the program
                assertThat(lines).as(reason.name()).hasSize(2).last().isEqualTo(FailedProgram.LAST_WORDS);
                assertThat(lines.get(0)).startsWith("failed: ");
                assertThat(program.waitFor(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                assertThat(program.exitValue()).isZero();
            } finally {
                program.destroyForcibly();
            }
        }
    }
}
