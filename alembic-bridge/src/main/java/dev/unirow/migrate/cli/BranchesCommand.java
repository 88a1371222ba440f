package dev.unirow.migrate.cli;

import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.RevisionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "branches",
        mixinStandardHelpOptions = true,
        description = "Lists the revisions that more than one follows.")
final class BranchesCommand implements Runnable {
    private final Console console;

    @Option(
            names = {"-v", "--verbose"},
            description = "everything that is known of each")
    private boolean verbose;

    BranchesCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        RevisionGraph graph = console.directory().graph();
        RevisionText text = RevisionText.of(graph);
        for (Revision branchPoint : graph.branchPoints()) {
            console.print(verbose ? text.verboseBranchLines(branchPoint) : text.branchLines(branchPoint));
        }
    }
}
