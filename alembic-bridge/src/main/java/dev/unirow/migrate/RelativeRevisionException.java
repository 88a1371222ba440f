package dev.unirow.migrate;

/** A relative identifier leads out of the graph. */
public final class RelativeRevisionException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private RelativeRevisionException(String message) {
        super(message);
    }

    static RelativeRevisionException ofSteps(String relative) {
        return new RelativeRevisionException(
                "Relative revision " + relative + " didn't produce " + relative.substring(1) + " migrations");
    }

    static RelativeRevisionException walkedTooFar() {
        return new RelativeRevisionException("Walked too far");
    }
}
