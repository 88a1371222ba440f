package dev.unirow.migrate.cli;

import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.RevisionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "heads", mixinStandardHelpOptions = true, description = "Lists the revisions that none follows.")
final class HeadsCommand implements Runnable {
    private final Console console;

    @Option(
            names = {"-v", "--verbose"},
            description = "everything that is known of each")
    private boolean verbose;

    @Option(names = "--resolve-dependencies", description = "leave out heads that another revision depends on")
    private boolean resolveDependencies;

    HeadsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        RevisionGraph graph = console.directory().graph();
        RevisionText text = RevisionText.of(graph);
        for (Revision head : resolveDependencies ? graph.effectiveHeads() : graph.heads()) {
            if (verbose) {
                console.print(text.block(head));
            } else {
                console.print(text.headLine(head));
            }
        }
    }
}
