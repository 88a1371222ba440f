package dev.unirow.migrate.cli;

import dev.unirow.migrate.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "merge", mixinStandardHelpOptions = true, description = "Makes a revision that follows several.")
final class MergeCommand implements Runnable {
    private final Console console;

    @Mixin
    private final NewRevisionOptions options = new NewRevisionOptions();

    @Parameters(arity = "1..*", paramLabel = "REV", description = "the revisions to merge, or heads")
    private List<String> revisions = new ArrayList<>();

    MergeCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Revision made = console.directory().create(options.following(revisions));
        console.made(made);
    }
}
