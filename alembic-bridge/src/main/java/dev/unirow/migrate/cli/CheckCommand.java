package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.schema.Operation;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Fails when the models have changed and no revision says so.")
final class CheckCommand implements Runnable {

    private final Console console;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        List<Operation> found = await(console.migrations().check());
        if (!found.isEmpty()) {
            throw new CommandFailure("New upgrade operations detected: "
                    + found.stream().map(Operation::description).collect(Collectors.joining("; ")));
        }
        console.print("No new upgrade operations detected.");
    }
}
