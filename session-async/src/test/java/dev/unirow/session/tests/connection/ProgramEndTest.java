package dev.unirow.session.tests.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.JavaProgram;
import dev.unirow.testing.OnDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing keeps a process alive once its databases are closed. */
@OnDatabase(DatabaseKind.SQLITE_FILE)
@Tag("slow")
class ProgramEndTest {
    DatabaseTarget target;

    @Test
    void aProgramEndsWithItsLastLine() throws IOException, InterruptedException {
        Process program = JavaProgram.of(ShortProgram.class)
                .process(target.newDatabaseUrl())
                .redirectErrorStream(true)
                .start();
        try {
            BufferedReader printed =
                    new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
            assertThat(printed.lines().takeWhile(line -> !line.equals(ShortProgram.LAST_WORDS)))
                    .contains("true");

            // A bound on time, since nothing else tells the fault from a slow machine: a pool's idle threads would
            // keep the program for a minute, and then let it end all the same.
            assertThat(program.waitFor(55, TimeUnit.SECONDS)).as("ended").isTrue();
            assertThat(program.exitValue()).isZero();
        } finally {
            program.destroyForcibly();
        }
    }
}
