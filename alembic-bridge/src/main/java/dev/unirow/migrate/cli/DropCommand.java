package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.Migrations;
import dev.unirow.schema.Table;
import java.nio.file.Files;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "drop",
        mixinStandardHelpOptions = true,
        description = "Drops the tables of the models with all their rows, and where there are revisions the version"
                + " table, too.")
final class DropCommand implements Runnable {
    private final Console console;

    @Option(
            names = {"--allow-destructive", "--yes"},
            description = "drop without asking, which only a terminal can be")
    private boolean allowed;

    DropCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Migrations migrations = console.migrations();
        if (!allowed) {
            ask();
        }
        var unused = Files.isDirectory(console.directory().path())
                ? await(migrations.drop())
                : await(console.database().dropAll());
        console.print("The tables of the models were dropped.");
    }

    private void ask() {
        String losses = "All rows of these tables would be lost: "
                + console.database().metadata().tables().stream()
                        .map(Table::name)
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ".";
        if (!console.mayAsk()) {
            throw new CommandFailure(ExitCode.REFUSED, losses + " Nothing was run. Allow it with --allow-destructive.");
        }
        if (!console.ask(losses + " Go on?")) {
            throw new CommandFailure(ExitCode.REFUSED, "Nothing was run.");
        }
    }
}
