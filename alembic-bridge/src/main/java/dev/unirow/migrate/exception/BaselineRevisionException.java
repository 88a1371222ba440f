package dev.unirow.migrate.exception;

/**
 * A downgrade would take back a baseline, and with it tables that were there before it. Nothing of the plan was run.
 */
public final class BaselineRevisionException extends MigrationException {
    private final String revision;

    /** @param baseline its identifier */
    public BaselineRevisionException(String baseline) {
        super(("Revision %1$s is a baseline: its tables were there before it, so it is not taken back, which would drop"
                        + " them with their rows. Nothing was run. Downgrade to '%1$s' to take back what follows it. To"
                        + " make the database forget its revisions and keep its tables, stamp it with 'base'; tables that"
                        + " are to go, drop by hand.")
                .formatted(baseline));
        this.revision = baseline;
    }

    /** The identifier of the baseline. */
    public String revision() {
        return revision;
    }
}
