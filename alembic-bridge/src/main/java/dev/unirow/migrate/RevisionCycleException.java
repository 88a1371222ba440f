package dev.unirow.migrate;

import java.util.List;

/** Revisions follow, or depend on, one another in a circle. */
public final class RevisionCycleException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final List<String> revisions;

    RevisionCycleException(String kind, List<String> revisions) {
        super(kind + " is detected in revisions (" + String.join(", ", revisions) + ")");
        this.revisions = List.copyOf(revisions);
    }

    public List<String> revisions() {
        return revisions;
    }
}
