package dev.unirow.tutorial.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.testing.Waiting;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The jshell of this JDK, as {@code tutorial/shell/start} starts it, with what is typed piped into it. */
final class Shell {
    private static final Path FOLDER = Path.of(System.getProperty("unirow.root"), "tutorial/shell");

    private Shell() {}

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /**
     * What a shell did.
     *
     * @param printed its output, with every time of the echo replaced by {@code [0.00ms]}
     * @param errors what it said of lines that failed, and what libraries of the tests say besides
     */
    record Output(String printed, String errors) {}

    static Output run(Path startup, Path folder, Map<String, String> environment, String typed) {
        try {
            Path input = Files.writeString(Files.createTempFile(folder, "typed", ".jsh"), typed);
            ProcessBuilder shell = new ProcessBuilder(
                            FOLDER.resolve("start").toString(),
                            classPath(),
                            startup.toString(),
                            "-Djava.util.logging.config.file=" + FOLDER.resolveSibling("chapter-logging.properties"))
                    .directory(folder.toFile())
                    .redirectInput(input.toFile())
                    .redirectError(folder.resolve("errors.txt").toFile());
            shell.environment().remove("DATABASE_URL");
            shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
            shell.environment()
                    .put(
                            "JAVA_TOOL_OPTIONS",
                            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.util.prefs.userRoot="
                                    + folder); // and not the home folder
            shell.environment().putAll(environment);
            Process running = shell.start();
            String printed = new String(running.getInputStream().readAllBytes(), UTF_8);
            assertThat(running.waitFor(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            String errors = Files.readString(folder.resolve("errors.txt"));
            assertThat(running.exitValue()).as(printed + errors).isZero();
            return new Output(printed.replaceAll("\\[\\d+\\.\\d\\dms]", "[0.00ms]"), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the tests have, without the tests: a shell has no business with them. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
