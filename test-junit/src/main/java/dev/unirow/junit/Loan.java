package dev.unirow.junit;

import static dev.unirow.session.Await.await;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import org.jspecify.annotations.Nullable;

/** A database while a test has it. Closed by the extension, or, where a test was not even made, by JUnit's store. */
final class Loan implements AutoCloseable {
    private final TestSource source;
    private final TestDatabase lent;
    private @Nullable AsyncSession session;
    private boolean closed;

    Loan(TestSource source) {
        this.source = source;
        this.lent = source.lend();
    }

    Database database() {
        return lent.database();
    }

    SentStatements statements() {
        return lent.statements();
    }

    synchronized AsyncSession session() {
        AsyncSession present = session;
        if (present == null) {
            present = database().session();
            session = present;
        }
        return present;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (session != null) {
                await(session.close());
            }
        } finally {
            source.takeBack(lent);
        }
    }
}
