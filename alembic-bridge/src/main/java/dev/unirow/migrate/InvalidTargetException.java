package dev.unirow.migrate;

/** The asked destination cannot be reached from where the database, or the range, stands. */
public final class InvalidTargetException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private InvalidTargetException(String message) {
        super(message);
    }

    static InvalidTargetException ofDowngrade(String target) {
        return new InvalidTargetException(
                "Destination " + target + " is not a valid downgrade target from current head(s)");
    }

    static InvalidTargetException ofBranchDowngrade() {
        return new InvalidTargetException("Not a valid downgrade target from current heads");
    }

    static InvalidTargetException ofRange(String start, String end) {
        return new InvalidTargetException("Requested range "
                + start
                + ":"
                + end
                + " does not refer to ancestor/descendant revisions along the same branch");
    }

    static InvalidTargetException ofBranch(String revision, String branch) {
        return new InvalidTargetException("Revision " + revision + " is not a member of branch '" + branch + "'");
    }

    static InvalidTargetException ofHistoryRange() {
        return new InvalidTargetException("History range requires [start]:[end], [start]:, or :[end]");
    }

    static InvalidTargetException of(String message) {
        return new InvalidTargetException(message);
    }
}
