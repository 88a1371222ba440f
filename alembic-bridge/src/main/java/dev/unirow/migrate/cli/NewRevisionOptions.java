package dev.unirow.migrate.cli;

import dev.unirow.migrate.directory.NewRevision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that makes a revision. */
final class NewRevisionOptions {
    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "what the revision does")
    private String message = "";

    @Option(names = "--splice", description = "allow a revision that is no head to be followed")
    private boolean splice;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "a name for the branch that starts here")
    private List<String> branchLabels = new ArrayList<>();

    @Option(names = "--rev-id", paramLabel = "ID", description = "an identifier instead of a random one")
    private @Nullable String id;

    NewRevision following(List<String> heads) {
        return NewRevision.of(message)
                .withHeads(heads)
                .withSplice(splice)
                .withBranchLabels(branchLabels)
                .withId(id);
    }
}
