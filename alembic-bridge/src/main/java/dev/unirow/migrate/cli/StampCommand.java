package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.revision.MigrationStep;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "stamp",
        mixinStandardHelpOptions = true,
        description = "Writes the version into the database without running anything.")
final class StampCommand implements Runnable {
    private final Console console;

    @Option(names = "--purge", description = "empty the version table first, whatever it holds")
    private boolean purge;

    @Parameters(arity = "1..*", paramLabel = "REV", description = "revisions, or head, heads, base")
    private List<String> targets = new ArrayList<>();

    StampCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        String[] wanted = targets.toArray(String[]::new);
        List<MigrationStep> unused = await(
                purge
                        ? console.migrations().stampPurged(wanted)
                        : console.migrations().stamp(wanted));
    }
}
