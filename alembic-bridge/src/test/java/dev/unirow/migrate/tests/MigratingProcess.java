package dev.unirow.migrate.tests;

import dev.unirow.migrate.cli.Main;
import dev.unirow.session.Database;
import dev.unirow.testing.JavaProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program of its own that runs the commands that it is sent, one by one, each on a database that it opens for it. It
 * waits for them when it has started, so that several can begin in the same moment.
 */
final class MigratingProcess implements AutoCloseable {
    /** As of a process that was killed. */
    static final int KILLED = 128 + 9;

    /** Behind no statement. */
    private static final String NEVER = "never";

    private static final String ENDED = "Ended with ";

    private final Process process;
    private final BufferedReader lines;
    private final StringBuilder output = new StringBuilder();

    private MigratingProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static MigratingProcess start(Path directory, List<Class<?>> models) throws IOException {
        return start(JavaProgram.of(MigratingProcess.class), directory, models);
    }

    static MigratingProcess start(JavaProgram program, Path directory, List<Class<?>> models) throws IOException {
        String[] arguments = Stream.concat(
                        Stream.of(directory.toString()), models.stream().map(Class::getName))
                .toArray(String[]::new);
        return new MigratingProcess(
                program.process(arguments).redirectErrorStream(true).start());
    }

    public static void main(String[] args) throws Exception {
        Class<?>[] models = new Class<?>[args.length - 1];
        for (int i = 0; i < models.length; i++) {
            models[i] = Class.forName(args[i + 1]);
        }
        System.out.println("JDBC drivers: "
                + DriverManager.drivers()
                        .map(driver -> driver.getClass().getName())
                        .toList());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] sent = line.split("\t");
            int code = Main.of(Path.of(args[0]))
                    .withDatabase(() -> open(sent[0], sent[1], models))
                    .run(Arrays.copyOfRange(sent, 2, sent.length));
            System.out.println(ENDED + code);
        }
    }

    private static Database open(String url, String behind, Class<?>[] models) {
        AtomicInteger statements = new AtomicInteger();
        return Database.builder(url)
                .models(models)
                .listener(statement -> {
                    String number = String.valueOf(statements.incrementAndGet());
                    if (number.equals(behind) || statement.sql().startsWith(behind)) {
                        killThisProcess();
                    }
                })
                .open();
    }

    /** Nothing is sent behind it: the event loop waits for the end. */
    private static void killThisProcess() {
        try {
            int unused = new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            Thread.currentThread().join();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It does not wait until the command has run. */
    MigratingProcess send(String url, String... command) throws IOException {
        return sendKilled(url, NEVER, command);
    }

    /** @param behind the number of the statement behind which it is killed, or how that begins */
    MigratingProcess sendKilled(String url, String behind, String... command) throws IOException {
        String line = Stream.concat(Stream.of(url, behind), Arrays.stream(command))
                .collect(Collectors.joining("\t", "", "\n"));
        process.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return this;
    }

    record Ended(int code, String output) {}

    /** How the command ended that was sent, or the process. */
    Ended ended() throws IOException, InterruptedException {
        String last = awaitLine(ENDED);
        Ended ended = new Ended(
                last == null ? process.waitFor() : Integer.parseInt(last.substring(ENDED.length())), output.toString());
        output.setLength(0);
        return ended;
    }

    /** The next line that begins so; null if the process has ended before. */
    @Nullable String awaitLine(String start) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(start)) {
            output.append(line).append('\n');
            line = lines.readLine();
        }
        return line;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
