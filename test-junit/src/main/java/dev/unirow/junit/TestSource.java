package dev.unirow.junit;

import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import dev.unirow.session.DatabaseBuilder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Lends databases that are all alike, as many as there are tests at once. Thread-safe. */
final class TestSource implements AutoCloseable {
    private final Place place;
    private final Preparation preparation;
    private final boolean rollback;
    private final Queue<TestDatabase> idle = new ConcurrentLinkedQueue<>();

    /** @param rollback whether a database is used again after what was done in it is rolled back */
    TestSource(Place place, Preparation preparation, boolean rollback) {
        this.place = place;
        this.preparation = preparation;
        this.rollback = rollback;
    }

    TestDatabase lend() {
        TestDatabase present = idle.poll();
        return present == null ? made() : present;
    }

    private TestDatabase made() {
        String url = place.make();
        SentStatements statements = new SentStatements();
        DatabaseBuilder builder = preparation.builder(url).listener(statements);
        Database database = (rollback ? builder.rollbackOnly() : builder).open();
        return new TestDatabase(url, database, statements);
    }

    void takeBack(TestDatabase lent) {
        lent.statements().stop();
        if (!rollback) {
            delete(lent);
            return;
        }
        try {
            await(lent.database().rollbackAll());
        } finally {
            idle.add(lent); // the transaction is over, also where rollbackAll() has something to report
        }
    }

    private void delete(TestDatabase lent) {
        lent.database().close();
        place.delete(lent.url());
    }

    @Override
    public void close() {
        for (TestDatabase each = idle.poll(); each != null; each = idle.poll()) {
            delete(each);
        }
        place.close();
    }
}
