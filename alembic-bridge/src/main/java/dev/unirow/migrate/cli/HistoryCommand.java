package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.RevisionText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "history", mixinStandardHelpOptions = true, description = "Lists the revisions, newest first.")
final class HistoryCommand implements Runnable {
    private final Console console;

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "[START]:[END]",
            description = "the part of the history between two revisions")
    private String range = ":";

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(
            names = {"-i", "--indicate-current"},
            description = "mark where the database is")
    private boolean indicateCurrent;

    HistoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        RevisionGraph graph = console.directory().graph();
        boolean asks = indicateCurrent || List.of(range.split(":")).contains("current");
        List<String> current = asks ? await(console.migrations().versions()) : List.of();
        List<Revision> found = graph.history(range, current);
        if (json.isAsked()) {
            json.print(console, graph, found, asks ? current : null);
            return;
        }
        RevisionText text = RevisionText.of(graph).withCurrent(indicateCurrent ? current : List.of());
        for (Revision revision : found) {
            if (console.isVerbose()) {
                console.print(text.block(revision));
            } else {
                console.print(text.historyLine(revision));
            }
        }
    }
}
