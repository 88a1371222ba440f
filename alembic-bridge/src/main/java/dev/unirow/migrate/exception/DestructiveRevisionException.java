package dev.unirow.migrate.exception;

import java.util.List;

/**
 * A plan would lose data, and that was not allowed: a revision says so, or a downgrade drops tables or columns that
 * hold values. Nothing of the plan was run.
 */
public final class DestructiveRevisionException extends MigrationException {
    private final List<String> losses;

    /**
     * @param losses what would be lost, and by which revision, as in {@code table 'pet' with 3 rows (revision
     *     ae1027a6acf2)}
     */
    public DestructiveRevisionException(List<String> losses) {
        super("Data would be lost: " + String.join("; ", losses)
                + ". Nothing was run. Allow it with --allow-destructive, after a look at what the revision does.");
        this.losses = List.copyOf(losses);
    }

    /** What would be lost, and by which revision. */
    public List<String> losses() {
        return losses;
    }
}
