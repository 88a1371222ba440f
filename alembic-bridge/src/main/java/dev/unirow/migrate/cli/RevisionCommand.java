package dev.unirow.migrate.cli;

import dev.unirow.migrate.Revision;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "revision", mixinStandardHelpOptions = true, description = "Makes a new revision file.")
final class RevisionCommand implements Runnable {

    private final Console console;

    @Mixin
    private final NewRevisionOptions options = new NewRevisionOptions();

    @Option(
            names = "--head",
            paramLabel = "REV",
            description = "what the revision follows, or <branchname>@head, or base (default: head)")
    private String head = "head";

    @Option(names = "--depends-on", paramLabel = "REV", description = "what must be applied before it")
    private List<String> dependsOn = new ArrayList<>();

    RevisionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Revision made =
                console.directory().create(options.following(List.of(head)).withDependsOn(dependsOn));
        console.generated(made.path());
    }
}
