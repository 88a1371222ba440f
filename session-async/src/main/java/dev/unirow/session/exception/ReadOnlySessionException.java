package dev.unirow.session.exception;

/** A session that only reads was asked to write. */
public final class ReadOnlySessionException extends UnirowException {
    public ReadOnlySessionException(String what) {
        super(
                "Cannot " + what
                        + ": the session only reads. It was opened by Database.read; write within Database.begin.",
                null);
    }

    /** The database refused. */
    public ReadOnlySessionException(Throwable cause) {
        super(
                "The database refused to write in a read-only transaction. Write within Database.begin, without readOnly() in its "
                        + "options.",
                cause);
    }
}
