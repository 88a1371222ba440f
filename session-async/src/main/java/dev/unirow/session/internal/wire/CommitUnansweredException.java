package dev.unirow.session.internal.wire;

import java.io.IOException;

/** A COMMIT was sent, and the connection ended before the database answered. */
public final class CommitUnansweredException extends IOException {
    CommitUnansweredException(Throwable cause) {
        super("The connection ended before the database answered a COMMIT.", cause);
    }
}
