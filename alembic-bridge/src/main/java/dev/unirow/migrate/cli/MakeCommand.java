package dev.unirow.migrate.cli;

import dev.unirow.migrate.directory.NewRevision;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "make",
        mixinStandardHelpOptions = true,
        description = "Makes a revision of what the database lacks of the models: revision --autogenerate.")
final class MakeCommand implements Runnable {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");

    private final Console console;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "what the revision does (default: auto_ and the time)")
    private String message = "";

    @Mixin
    private final GenerationOptions generation = new GenerationOptions();

    MakeCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        String wanted = message;
        if (wanted.isBlank()) {
            wanted = "auto_" + LocalDateTime.now().format(STAMP);
            console.print("No message provided. Using: '" + wanted + "'");
        }
        console.print("Creating migration: " + wanted);
        generation.run(console, NewRevision.of(wanted));
    }
}
