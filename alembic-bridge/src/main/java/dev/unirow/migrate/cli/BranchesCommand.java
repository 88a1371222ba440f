package dev.unirow.migrate.cli;

import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.RevisionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "branches",
        mixinStandardHelpOptions = true,
        description = "Lists the revisions that more than one follows.")
final class BranchesCommand implements Runnable {
    private final Console console;

    @Mixin
    private final JsonOption json = new JsonOption();

    BranchesCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        RevisionGraph graph = console.directory().graph();
        if (json.isAsked()) {
            json.print(console, graph, graph.branchPoints(), null);
            return;
        }
        RevisionText text = RevisionText.of(graph);
        for (Revision branchPoint : graph.branchPoints()) {
            console.print(console.isVerbose() ? text.verboseBranchLines(branchPoint) : text.branchLines(branchPoint));
        }
    }
}
