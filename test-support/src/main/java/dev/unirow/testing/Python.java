package dev.unirow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A Python that has the modules a test asks for. Where there is none, the test is skipped, or fails with CI=true. */
public final class Python {
    private static final Path HERE = Path.of(".");

    private final String command;

    private Python(String command) {
        this.command = command;
    }

    /** The first Python here that can import the modules. */
    public static Python with(List<String> modules) throws Exception {
        String imports = "import " + String.join(", ", modules);
        for (String candidate : List.of("python3", "/usr/bin/python3")) {
            if (Ended.of(HERE, candidate, "-c", imports).status() == 0) {
                return new Python(candidate);
            }
        }
        String missing = "No Python here has all of " + String.join(", ", modules) + ".";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(missing + " .ci/run installs them.");
        }
        return Assumptions.abort(missing);
    }

    /** What a program prints. */
    public String run(String program, String... arguments) throws Exception {
        return call(HERE, "-c", program, arguments);
    }

    /** What the script of a folder prints, run in that folder. */
    public String runIn(Path folder, String script, String... arguments) throws Exception {
        return call(folder, "-B", script, arguments);
    }

    private String call(Path folder, String option, String program, String... arguments) throws Exception {
        Ended ended = Ended.of(
                folder,
                Stream.concat(Stream.of(command, option, program), Stream.of(arguments))
                        .toArray(String[]::new));
        assertThat(ended.status()).as(ended.errors()).isZero();
        return ended.printed();
    }

    private record Ended(int status, String printed, String errors) {
        static Ended of(Path folder, String... call) throws Exception {
            Path printed = Files.createTempFile("python", ".txt");
            Path errors = Files.createTempFile("python", ".log");
            try {
                Process process = new ProcessBuilder(call)
                        .directory(folder.toFile())
                        .redirectOutput(printed.toFile())
                        .redirectError(errors.toFile())
                        .start();
                if (!process.waitFor(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
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
