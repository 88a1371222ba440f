package dev.unirow.session;

/** A session that only reads was asked to write. */
public final class ReadOnlySessionException extends UnirowException {
    ReadOnlySessionException(String what) {
        super(
                "Cannot " + what
                        + ": the session only reads. It was opened by Database.read; write within Database.begin.",
                null);
    }
}
