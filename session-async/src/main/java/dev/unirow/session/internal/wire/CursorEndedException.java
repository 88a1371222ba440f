package dev.unirow.session.internal.wire;

/** Rows were asked of a cursor whose transaction has ended. */
public final class CursorEndedException extends RuntimeException {
    CursorEndedException() {
        super("The transaction of the cursor has ended.");
    }
}
