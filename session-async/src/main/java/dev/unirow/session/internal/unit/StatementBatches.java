package dev.unirow.session.internal.unit;

import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.engine.jdbc.batch.spi.BatchKey;
import org.hibernate.engine.jdbc.mutation.MutationExecutor;
import org.hibernate.engine.jdbc.mutation.spi.BatchKeyAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.reactive.sql.exec.internal.ReactiveStandardMutationExecutorService;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.sql.model.PreparableMutationOperation;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the same statement share a batch. Hibernate Reactive has one batch for all updates of a class, also for
 * those whose columns depend on what is loaded of a model, and sends the values of the second with the text of the
 * first.
 */
final class StatementBatches extends ReactiveStandardMutationExecutorService {
    StatementBatches(int batchSize) {
        super(batchSize);
    }

    @Override
    public MutationExecutor createExecutor(
            BatchKeyAccess keys, MutationOperationGroup statements, SharedSessionContractImplementor session) {
        return super.createExecutor(() -> key(keys.getBatchKey(), statements), statements, session);
    }

    /** Null is how Hibernate says that there is no batch. */
    @SuppressWarnings("NullAway")
    private static BatchKey key(@Nullable BatchKey key, MutationOperationGroup statements) {
        return key == null ? null : new StatementKey(key, texts(statements));
    }

    private static List<String> texts(MutationOperationGroup statements) {
        return IntStream.range(0, statements.getNumberOfOperations())
                .mapToObj(statements::getOperation)
                .map(statement ->
                        statement instanceof PreparableMutationOperation prepared ? prepared.getSqlString() : "")
                .toList();
    }

    private record StatementKey(BatchKey key, List<String> texts) implements BatchKey {}
}
