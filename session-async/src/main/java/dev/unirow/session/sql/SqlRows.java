package dev.unirow.session.sql;

import dev.unirow.session.exception.MultipleFoundException;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.ReadOnlySessionException;
import dev.unirow.session.exception.RowMappingException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a statement in SQL, read as what was asked for. Each method throws {@link IllegalArgumentException} at
 * the call if a parameter has no value. {@link RowMappingException} where a row is no such object, which leaves the
 * transaction as it was; {@link ReadOnlySessionException} where the session only reads and the statement writes.
 *
 * @param <R> a record, a model, a map, or the type of the only column
 */
public interface SqlRows<R> {
    /** All rows, in an unmodifiable list, which holds nulls where the only column does. */
    Uni<List<R>> all();

    /** The first row; null where there is none. All that the statement selects are read: limit it. */
    Uni<@Nullable R> first();

    /**
     * The only row; {@link NotFoundException} where there is none, {@link MultipleFoundException} where there are more.
     */
    Uni<R> one();

    /** The only row, or null where there is none; {@link MultipleFoundException} where there are more. */
    Uni<@Nullable R> oneOrNull();

    /**
     * The rows of a query one after the other, read from a cursor as {@link dev.unirow.session.AsyncSession#stream}
     * reads them; models are not tracked. A null of the only column fails it, since a stream has none.
     */
    Multi<R> stream();
}
