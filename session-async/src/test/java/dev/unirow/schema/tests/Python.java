package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A Python that has the modules a test asks for. Where there is none, the test is skipped. */
final class Python {
    private final String command;

    private Python(String command) {
        this.command = command;
    }

    static Python with(List<String> modules) throws Exception {
        String imports = "import " + String.join(", ", modules);
        for (String candidate : List.of("python3", "/usr/bin/python3")) {
            if (Ended.of(candidate, "-c", imports).status() == 0) {
                return new Python(candidate);
            }
        }
        return Assumptions.abort("No Python here has " + String.join(" and ", modules));
    }

    /** What a program prints. */
    String run(String program, String... arguments) throws Exception {
        Ended ended = Ended.of(Stream.concat(Stream.of(command, "-c", program), Stream.of(arguments))
                .toArray(String[]::new));
        assertThat(ended.status()).as(ended.errors()).isZero();
        return ended.printed();
    }

    private record Ended(int status, String printed, String errors) {

        static Ended of(String... call) throws Exception {
            Path printed = Files.createTempFile("python", ".txt");
            Path errors = Files.createTempFile("python", ".log");
            try {
                Process process = new ProcessBuilder(call)
                        .redirectOutput(printed.toFile())
                        .redirectError(errors.toFile())
                        .start();
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("Python did not end in a minute.");
                }
                return new Ended(process.exitValue(), Files.readString(printed), Files.readString(errors));
            } catch (IOException missing) {
                return new Ended(-1, "", String.valueOf(missing.getMessage()));
            } finally {
                Files.deleteIfExists(printed);
                Files.deleteIfExists(errors);
            }
        }
    }
}
