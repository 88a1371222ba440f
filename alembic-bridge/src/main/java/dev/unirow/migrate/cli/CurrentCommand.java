package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.RevisionText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "current", mixinStandardHelpOptions = true, description = "Prints where the database is.")
final class CurrentCommand implements Runnable {
    private final Console console;

    @Mixin
    private final JsonOption json = new JsonOption();

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
        if (json.isAsked()) {
            json.print(console, graph, current, rows);
            return;
        }
        RevisionText text = RevisionText.of(graph);
        if (console.isVerbose()) {
            console.print("Current revision(s) for " + console.database() + ":");
        }
        for (Revision revision : current) {
            if (console.isVerbose()) {
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
