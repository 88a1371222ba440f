package dev.unirow.migrate.cli;

import dev.unirow.migrate.Revision;
import dev.unirow.migrate.RevisionGraph;
import dev.unirow.migrate.RevisionText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "history", mixinStandardHelpOptions = true, description = "Lists the revisions, newest first.")
final class HistoryCommand implements Runnable {

    private final Console console;

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "[START]:[END]",
            description = "the part of the history between two revisions")
    private String range = ":";

    @Option(
            names = {"-v", "--verbose"},
            description = "everything that is known of each")
    private boolean verbose;

    HistoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.requireNoDatabase(range.split(":"));
        RevisionGraph graph = console.directory().graph();
        RevisionText text = RevisionText.of(graph);
        for (Revision revision : graph.history(range, List.of())) {
            if (verbose) {
                console.print(text.block(revision));
            } else {
                console.print(text.historyLine(revision));
            }
        }
    }
}
