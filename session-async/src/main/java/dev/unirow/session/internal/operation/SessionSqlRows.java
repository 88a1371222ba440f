package dev.unirow.session.internal.operation;

import dev.unirow.session.exception.MultipleFoundException;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.RowMappingException;
import dev.unirow.session.internal.sql.ResultRows;
import dev.unirow.session.internal.sql.RowReader;
import dev.unirow.session.internal.unit.UnitOfWork;
import dev.unirow.session.internal.wire.BoundStatement;
import dev.unirow.session.sql.SqlRows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of one session's SQL, read in one way. */
final class SessionSqlRows<R> implements SqlRows<R> {
    private final SessionOperations operations;
    private final Function<UnitOfWork, List<Object>> drained;
    private final Supplier<BoundStatement> statement;
    private final RowReader<R> reader;

    /** @param statement throws {@link IllegalArgumentException} where a parameter has no value */
    SessionSqlRows(
            SessionOperations operations,
            Function<UnitOfWork, List<Object>> drained,
            Supplier<BoundStatement> statement,
            RowReader<R> reader) {
        this.operations = operations;
        this.drained = drained;
        this.statement = statement;
        this.reader = reader;
    }

    @Override
    public Uni<List<R>> all() {
        BoundStatement bound = statement.get();
        return operations.operation(unit -> {
            BoundStatement driven = unit.driven(bound); // refused before anything is sent
            return sent(unit).thenCompose(flushed -> unit.list(driven, reader));
        });
    }

    private CompletionStage<Void> sent(UnitOfWork unit) {
        return operations.isReadOnly() ? CompletableFuture.completedFuture(null) : unit.flush(drained.apply(unit));
    }

    @Override
    public Uni<@Nullable R> first() {
        return all().map(rows -> rows.isEmpty() ? null : rows.get(0));
    }

    @Override
    public Uni<@Nullable R> oneOrNull() {
        return all().map(rows -> rows.isEmpty() ? null : only(rows));
    }

    @Override
    public Uni<R> one() {
        return all().map(rows -> {
            if (rows.isEmpty()) {
                throw new NotFoundException(reader.type(), null, null);
            }
            return value(only(rows), "Take it by oneOrNull()");
        });
    }

    private R only(List<R> rows) {
        if (rows.size() > 1) {
            throw reader instanceof ModelRows<R>
                    ? new MultipleFoundException(reader.type())
                    : MultipleFoundException.ofRows(reader.type());
        }
        return rows.get(0);
    }

    private R value(@Nullable R value, String advice) {
        if (value == null) {
            throw new RowMappingException(reader.type(), "the value is null. " + advice);
        }
        return value;
    }

    @Override
    public Multi<R> stream() {
        BoundStatement bound = statement.get();
        RowReader<R> values = new StreamedRows();
        return Multi.createFrom()
                .deferred(() -> new ModelStream<R>(
                                operations, reader.type(), unit -> unit.cursor(unit.driven(bound), values), drained)
                        .models());
    }

    private final class StreamedRows implements RowReader<R> {
        @Override
        public Class<?> type() {
            return reader.type();
        }

        @Override
        public CompletionStage<List<R>> read(ResultRows rows, ModelsByKey models) {
            return reader.read(rows, models)
                    .thenApply(read -> read.stream()
                            .map(each -> value(each, "A stream has no nulls: read rows as records or maps"))
                            .toList());
        }
    }
}
