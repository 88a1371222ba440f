package dev.unirow.session;

/** A session that only reads was asked to write. */
public final class ReadOnlySessionException extends UnirowException {
    ReadOnlySessionException(String what) {
        super(
                "Cannot " + what
                        + ": the session only reads. It was opened by Database.read; write within Database.begin.",
                null);
    }

    /** The database refused. */
    ReadOnlySessionException(Throwable cause) {
        super(
                "The database refused to write in a read-only transaction. Leave readOnly() out of the options to write.",
                cause);
    }
}
