package dev.unirow.session.internal.operation;

import dev.unirow.query.Delete;
import dev.unirow.query.Hql;
import dev.unirow.query.HqlMutation;
import dev.unirow.query.HqlQuery;
import dev.unirow.query.Select;
import dev.unirow.query.Update;
import dev.unirow.session.exception.MultipleFoundException;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.internal.unit.ModelCatalog;
import dev.unirow.session.internal.unit.UnitOfWork;
import dev.unirow.session.sql.SqlStatement;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The questions and changes of one session that are statements; what is pending is sent before each. */
public final class SessionQueries {
    private final SessionOperations operations;
    private final ModelCatalog catalog;
    private final Function<UnitOfWork, List<Object>> drained;

    public SessionQueries(
            SessionOperations operations, ModelCatalog catalog, Function<UnitOfWork, List<Object>> drained) {
        this.operations = operations;
        this.catalog = catalog;
        this.drained = drained;
    }

    public SqlStatement sql(String text) {
        return SessionSql.of(operations, catalog, drained, text);
    }

    public <T> Uni<List<T>> all(Select<T> select) {
        catalog.requireModel(select.model());
        return list(HqlQuery.all(select));
    }

    public <T> Multi<T> stream(Select<T> select) {
        catalog.requireModel(select.model());
        HqlQuery<T> query = HqlQuery.streamed(select);
        return streamed(query);
    }

    private <R> Multi<R> streamed(HqlQuery<R> query) {
        return Multi.createFrom()
                .deferred(() -> new ModelStream<>(operations, query.resultType(), unit -> unit.cursor(query), drained)
                        .models());
    }

    public <R> Uni<List<R>> all(Hql<R> hql) {
        return list(HqlQuery.all(hql));
    }

    public <R> Multi<R> stream(Hql<R> hql) {
        HqlQuery<R> query = HqlQuery.streamed(hql);
        return streamed(query);
    }

    public <R> Uni<@Nullable R> first(Hql<R> hql) {
        return list(HqlQuery.limited(hql, 1)).map(rows -> rows.isEmpty() ? null : rows.get(0));
    }

    public <R> Uni<@Nullable R> oneOrNull(Hql<R> hql) {
        return list(HqlQuery.limited(hql, 2)).map(rows -> {
            if (rows.size() > 1) {
                throw catalog.isModel(hql.row())
                        ? new MultipleFoundException(hql.row())
                        : MultipleFoundException.ofRows(hql.row());
            }
            return rows.isEmpty() ? null : rows.get(0);
        });
    }

    public <R> Uni<R> one(Hql<R> hql) {
        return oneOrNull(hql).map(found -> {
            if (found == null) {
                throw new NotFoundException(hql.row(), null, null);
            }
            return found;
        });
    }

    public <T> Uni<@Nullable T> first(Select<T> select) {
        catalog.requireModel(select.model());
        return list(HqlQuery.first(select)).map(rows -> rows.isEmpty() ? null : rows.get(0));
    }

    public <T> Uni<@Nullable T> oneOrNull(Select<T> select) {
        catalog.requireModel(select.model());
        return list(HqlQuery.one(select)).map(rows -> {
            if (rows.size() > 1) {
                throw new MultipleFoundException(select.model());
            }
            return rows.isEmpty() ? null : rows.get(0);
        });
    }

    public <T> Uni<T> one(Select<T> select) {
        return oneOrNull(select).map(found -> {
            if (found == null) {
                throw new NotFoundException(select.model(), null, null);
            }
            return found;
        });
    }

    public Uni<Long> count(Select<?> select) {
        catalog.requireModel(select.model());
        return list(HqlQuery.count(select)).map(rows -> rows.get(0));
    }

    public Uni<Boolean> exists(Select<?> select) {
        catalog.requireModel(select.model());
        return list(HqlQuery.exists(select)).map(rows -> !rows.isEmpty());
    }

    private <R> Uni<List<R>> list(HqlQuery<R> query) {
        return operations.operation(
                unit -> operations.isReadOnly() ? unit.list(query) : unit.list(query, drained.apply(unit)));
    }

    /** Sets the times that the mapper keeps of each change, too. */
    public Uni<Integer> execute(Update<?> update) {
        catalog.requireModel(update.model());
        var unused = HqlMutation.of(update); // what cannot be written is refused at the call
        return operations.writing(
                "change rows", unit -> unit.execute(HqlMutation.of(timed(update)), drained.apply(unit)));
    }

    private <T> Update<T> timed(Update<T> update) {
        Update<T> timed = update;
        for (Map.Entry<String, Object> time :
                catalog.updateTimes(update.model()).entrySet()) {
            timed = timed.setIfUnset(time.getKey(), time.getValue());
        }
        return timed;
    }

    public Uni<Integer> execute(Delete<?> delete) {
        catalog.requireModel(delete.model());
        HqlMutation mutation = HqlMutation.of(delete);
        return operations.writing("change rows", unit -> unit.execute(mutation, drained.apply(unit)));
    }
}
