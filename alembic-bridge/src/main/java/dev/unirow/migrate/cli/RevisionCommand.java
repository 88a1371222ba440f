package dev.unirow.migrate.cli;

import dev.unirow.migrate.directory.NewRevision;
import dev.unirow.migrate.revision.Revision;
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

    @Option(names = "--autogenerate", description = "fill it with what the database lacks of the models")
    private boolean autogenerate;

    @Mixin
    private final GenerationOptions generation = new GenerationOptions();

    RevisionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        NewRevision wanted = options.following(List.of(head)).withDependsOn(dependsOn);
        if (autogenerate) {
            generation.run(console, wanted);
        } else {
            Revision made = console.directory().create(wanted);
            console.made(made);
        }
    }
}
