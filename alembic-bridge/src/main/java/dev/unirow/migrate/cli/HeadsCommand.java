package dev.unirow.migrate.cli;

import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.RevisionText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "heads", mixinStandardHelpOptions = true, description = "Lists the revisions that none follows.")
final class HeadsCommand implements Runnable {
    private final Console console;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--resolve-dependencies", description = "leave out heads that another revision depends on")
    private boolean resolveDependencies;

    HeadsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        RevisionGraph graph = console.directory().graph();
        List<Revision> heads = resolveDependencies ? graph.effectiveHeads() : graph.heads();
        if (json.isAsked()) {
            json.print(console, graph, heads, null);
            return;
        }
        RevisionText text = RevisionText.of(graph);
        for (Revision head : heads) {
            if (console.isVerbose()) {
                console.print(text.block(head));
            } else {
                console.print(text.headLine(head));
            }
        }
    }
}
