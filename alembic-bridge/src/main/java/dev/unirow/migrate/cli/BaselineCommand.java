package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.revision.Revision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        description = "Takes over a database: its tables become the first revision, which it is stamped with.")
final class BaselineCommand implements Runnable {
    private final Console console;

    @Mixin
    private final TableOptions tables = new TableOptions();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "what the revision does (default: ${DEFAULT-VALUE})")
    private String message = "baseline";

    BaselineCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Autogeneration made = await(tables.applied(console.migrations()).baseline(message));
        FoundOperations.leftAlone(made).ifPresent(console::log);
        made.warnings().forEach(console::warn);
        Revision revision = made.revision();
        if (revision == null) {
            console.print("There are no tables to take over.");
        } else {
            console.made(revision);
        }
    }
}
