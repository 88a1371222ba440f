package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Fails when the models have changed and no revision says so.")
final class CheckCommand implements Runnable {
    private final Console console;

    @Mixin
    private final TableOptions tables = new TableOptions();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        List<String> found =
                FoundOperations.lines(await(tables.applied(console.migrations()).differences()));
        if (!found.isEmpty()) {
            throw new CommandFailure("New upgrade operations detected: " + String.join("; ", found));
        }
        console.print("No new upgrade operations detected.");
    }
}
