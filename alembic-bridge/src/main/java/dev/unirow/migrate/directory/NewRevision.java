package dev.unirow.migrate.directory;

import dev.unirow.migrate.revision.RevisionGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new revision shall be.
 *
 * @param message empty for none
 * @param heads what it follows: identifiers as {@link RevisionGraph#resolve} takes them, several for a merge,
 *     {@code base} for a new root
 * @param splice whether it may follow a revision that has a follower already
 * @param branchLabels labels for the branch that starts with it
 * @param dependsOn identifiers or branch labels; shortened ones are written in full
 * @param id null for a random one
 */
public record NewRevision(
        String message,
        List<String> heads,
        boolean splice,
        List<String> branchLabels,
        List<String> dependsOn,
        @Nullable String id) {
    public NewRevision {
        heads = List.copyOf(heads);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }

    /** One that follows the only head. */
    public static NewRevision of(String message) {
        return new NewRevision(message, List.of("head"), false, List.of(), List.of(), null);
    }

    public NewRevision withHeads(List<String> follows) {
        return new NewRevision(message, follows, splice, branchLabels, dependsOn, id);
    }

    public NewRevision withSplice(boolean allowed) {
        return new NewRevision(message, heads, allowed, branchLabels, dependsOn, id);
    }

    public NewRevision withBranchLabels(List<String> labels) {
        return new NewRevision(message, heads, splice, labels, dependsOn, id);
    }

    public NewRevision withDependsOn(List<String> dependencies) {
        return new NewRevision(message, heads, splice, branchLabels, dependencies, id);
    }

    public NewRevision withId(@Nullable String chosen) {
        return new NewRevision(message, heads, splice, branchLabels, dependsOn, chosen);
    }
}
