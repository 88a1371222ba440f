package dev.unirow.session.exception;

/**
 * Models that were added refer to each other in a cycle of references of which none may be null, so that none of their
 * rows can be the first. Nothing was sent, and they are still to be flushed.
 */
public final class CyclicReferenceException extends UnirowException {
    public CyclicReferenceException(String cycle) {
        super(
                "Cannot insert " + cycle
                        + ": each needs the row of the next to be there first, and none of these references "
                        + "may be null. Make one of them nullable, or take one of the models out.",
                null);
    }
}
