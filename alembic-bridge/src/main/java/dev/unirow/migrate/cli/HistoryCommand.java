package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.RevisionText;
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
        RevisionText text = RevisionText.of(graph).withCurrent(indicateCurrent ? current : List.of());
        for (Revision revision : graph.history(range, current)) {
            if (verbose) {
                console.print(text.block(revision));
            } else {
                console.print(text.historyLine(revision));
            }
        }
    }
}
