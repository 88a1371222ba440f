package dev.unirow.migrate;

import java.util.ArrayList;
import java.util.List;

/** A plan would lose data, and that was not allowed. Nothing of the plan was run. */
public final class DestructiveRevisionException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final List<String> losses;

    DestructiveRevisionException(List<PreparedStep> destructive) {
        super("Data would be lost: " + String.join("; ", losses(destructive))
                + ". Nothing was run. Allow it with --allow-destructive, after a look at what the revision does.");
        this.losses = losses(destructive);
    }

    private static List<String> losses(List<PreparedStep> destructive) {
        List<String> losses = new ArrayList<>();
        for (PreparedStep prepared : destructive) {
            Revision revision = prepared.step().revision();
            String by = revision == null ? "" : " (revision " + revision.id() + ")";
            prepared.destructive().forEach(what -> losses.add(what + by));
        }
        return List.copyOf(losses);
    }

    /** What would be lost, and by which revision. */
    public List<String> losses() {
        return losses;
    }
}
