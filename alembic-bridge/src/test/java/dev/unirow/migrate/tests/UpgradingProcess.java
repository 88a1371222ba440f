package dev.unirow.migrate.tests;

import dev.unirow.migrate.cli.Main;
import dev.unirow.session.Database;
import dev.unirow.testing.JavaProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program of its own that runs {@code upgrade head}. */
final class UpgradingProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final StringBuilder output = new StringBuilder();

    private UpgradingProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static UpgradingProcess start(String url, Path directory) throws IOException {
        return new UpgradingProcess(JavaProgram.of(UpgradingProcess.class)
                .process(url, directory.toString())
                .redirectErrorStream(true)
                .start());
    }

    public static void main(String[] args) {
        System.exit(Main.of(Path.of(args[1]))
                .withDatabase(() -> Database.open(args[0]))
                .run("upgrade", "head"));
    }

    void awaitLine(String start) {
        String line = next();
        while (line != null && !line.startsWith(start)) {
            line = next();
        }
        if (line == null) {
            throw new AssertionError("The process ended before it said '" + start + "': " + output);
        }
    }

    private String next() {
        try {
            String line = lines.readLine();
            output.append(line).append('\n');
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int exitCode() throws InterruptedException {
        while (next() != null) {
            // until it has closed its output
        }
        return process.waitFor();
    }

    String output() {
        return output.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
