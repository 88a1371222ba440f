package dev.unirow.session.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.testing.DatabaseTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing keeps a process alive once its databases are closed. */
class ProgramEndTest implements DatabaseTarget.OnSqliteFile {
    @Test
    @Timeout(120)
    void aProgramEndsWithItsLastLine() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ShortProgram.class.getName(),
                        newDatabaseUrl())
                .redirectErrorStream(true)
                .start();
        try {
            // the idle threads of a pool would keep it for a minute
            boolean ended = program.waitFor(45, TimeUnit.SECONDS);

            assertThat(ended).as("ended").isTrue();
            assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("true");
            assertThat(program.exitValue()).isZero();
        } finally {
            program.destroyForcibly();
        }
    }
}
