package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.RevisionText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", mixinStandardHelpOptions = true, description = "Prints everything that is known of a revision.")
final class ShowCommand implements Runnable {
    private final Console console;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "REV", description = "a revision, shortened or relative, or head, heads")
    private String revision = "";

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        RevisionGraph graph = console.directory().graph();
        List<Revision> all = found(graph);
        if (json.isAsked()) {
            json.print(console, graph, all, null);
            return;
        }
        RevisionText text = RevisionText.of(graph);
        for (Revision found : all) {
            console.print(text.block(found));
        }
    }

    private List<Revision> found(RevisionGraph graph) {
        return revision.equals("current") ? await(console.migrations().current()) : graph.resolve(revision);
    }
}
