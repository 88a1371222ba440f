package dev.unirow.session.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.ResultSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.pool.BatchingConnection;
import org.junit.jupiter.api.Test;

/**
 * What the layer of the echo costs while nobody listens; {@code benchmarks/echo} shows the same with a database below.
 */
class EchoConnectionTest {
    private static final int CALLS = 20_000;
    private static final String SQL = "select 1";
    private static final Object[] VALUES = {1L};
    private static final List<Object[]> BATCH = List.of(VALUES, VALUES);
    private static final BatchingConnection.Expectation ANY = (rows, position, sql) -> {};

    /** A connection that allocates nothing. */
    private static final class Answered extends BatchingConnection {
        private static final CompletionStage<Integer> CHANGES = new CompletableFuture<>();
        private static final CompletionStage<Void> DONE = new CompletableFuture<>();
        private static final CompletionStage<int[]> COUNTS = new CompletableFuture<>();
        private static final CompletionStage<Result> LIST = new CompletableFuture<>();
        private static final CompletionStage<ResultSet> ROWS = new CompletableFuture<>();

        Answered() {
            super(null, 0);
        }

        @Override
        public CompletionStage<Integer> update(String sql, Object[] values) {
            return CHANGES;
        }

        @Override
        public CompletionStage<int[]> update(String sql, List<Object[]> values) {
            return COUNTS;
        }

        @Override
        public CompletionStage<Void> update(String sql, Object[] values, boolean batching, Expectation expectation) {
            return DONE;
        }

        @Override
        public CompletionStage<Void> executeUnprepared(String sql) {
            return DONE;
        }

        @Override
        public CompletionStage<Result> select(String sql, Object[] values) {
            return LIST;
        }

        @Override
        public CompletionStage<ResultSet> selectJdbc(String sql, Object[] values) {
            return ROWS;
        }

        @Override
        public CompletionStage<Void> beginTransaction() {
            return DONE;
        }

        @Override
        public CompletionStage<Void> commitTransaction() {
            return DONE;
        }

        @Override
        public CompletionStage<Void> rollbackTransaction() {
            return DONE;
        }
    }

    private static final class Off implements StatementWatch {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public long nextTransaction() {
            throw new AssertionError("asked while off");
        }

        @Override
        public Watched sent(SentStatement statement) {
            throw new AssertionError("told while off");
        }
    }

    private static void use(EchoConnection connection) {
        for (int i = 0; i < CALLS; i++) {
            connection.beginTransaction();
            connection.control("SAVEPOINT a");
            connection.update(SQL, VALUES);
            connection.update(SQL, BATCH);
            connection.update(SQL, VALUES, true, ANY);
            connection.select(SQL, VALUES);
            connection.selectJdbc(SQL, VALUES);
            connection.commitTransaction();
            connection.rollbackTransaction();
        }
    }

    @Test
    void whileOffItAllocatesNothingAndPassesTheAnswerOn() {
        EchoConnection connection = new EchoConnection(new Answered(), new Off());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        use(connection); // what is made once is made

        long before = threads.getCurrentThreadAllocatedBytes();
        use(connection);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isLessThan(CALLS); // not a byte a round; an object would be 16
        assertThat(connection.selectJdbc(SQL, VALUES)).isSameAs(Answered.ROWS);
    }
}
