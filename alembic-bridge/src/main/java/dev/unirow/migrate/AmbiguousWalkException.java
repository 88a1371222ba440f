package dev.unirow.migrate;

/** A relative step came to a place where more than one revision follows. */
public final class AmbiguousWalkException extends MigrationException {

    private static final long serialVersionUID = 1L;

    AmbiguousWalkException(String message) {
        super(message);
    }
}
