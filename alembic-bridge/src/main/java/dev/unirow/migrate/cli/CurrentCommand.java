package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.RevisionText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "current", mixinStandardHelpOptions = true, description = "Prints where the database is.")
final class CurrentCommand implements Runnable {
    private final Console console;

    @Option(
            names = {"-v", "--verbose"},
            description = "everything that is known of each")
    private boolean verbose;

    @Option(
            names = {"-c", "--check-heads"},
            description = "fail when the database is not at all heads")
    private boolean checkHeads;

    CurrentCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        RevisionGraph graph = console.directory().graph();
        List<String> rows = await(console.migrations().versions());
        List<Revision> current = graph.current(rows);
        if (checkHeads && !Set.copyOf(rows).equals(ids(graph.effectiveHeads()))) {
            throw new CommandFailure(ExitCode.FOUND, "Database is not on all head revisions");
        }
        RevisionText text = RevisionText.of(graph);
        if (verbose) {
            console.print("Current revision(s) for " + console.database() + ":");
        }
        for (Revision revision : current) {
            if (verbose) {
                console.print(text.block(revision));
            } else {
                console.print(text.currentLine(revision));
            }
        }
    }

    private static Set<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).collect(Collectors.toSet());
    }
}
