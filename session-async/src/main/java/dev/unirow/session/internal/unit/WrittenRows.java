package dev.unirow.session.internal.unit;

import dev.unirow.session.internal.wire.Stages;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;

/**
 * Which rows the statements of one session write, so that a failure can tell which one was refused: the database names
 * a rule and no row, and Hibernate sends rows of one kind together, after it has left the models behind. Used on the
 * session's loop.
 */
final class WrittenRows {
    private final Map<Object[], WrittenRow> batched = new IdentityHashMap<>();
    private List<@Nullable WrittenRow> lastSent = List.of();
    private @Nullable WrittenRow present;
    private @Nullable WrittenRow refused;

    /** The statements from now on write this row. */
    void begin(WrittenRow row) {
        present = row;
    }

    /** The statements from now on write no row that is known. */
    void end() {
        present = null;
    }

    /** The values are those of the present row, but are sent later. */
    void keep(Object[] values) {
        if (present != null) {
            batched.put(values, present);
        }
    }

    /** The values are those of a row that is sent later. */
    void keep(Object[] values, WrittenRow row) {
        batched.put(values, row);
    }

    /** The row that could not be written; null where it is not known. */
    @Nullable WrittenRow refused() {
        return refused;
    }

    /** A statement failed that wrote the present row. */
    void refuse() {
        refused = present;
    }

    /** A statement failed that wrote the row of these values. */
    void refuse(Object[] values) {
        refused = batched.getOrDefault(values, present);
    }

    /** A statement failed that wrote the rows of these values, one after the other. */
    void refuse(List<Object[]> values, Throwable failure) {
        int entry = values.size() == 1 ? 0 : failedEntry(failure).orElse(-1);
        refused = entry >= 0 && entry < values.size() ? batched.get(values.get(entry)) : null;
    }

    /** The entry that ended a batch of JDBC, as the drivers tell it: behind those that have a count. */
    private static OptionalInt failedEntry(Throwable failure) {
        return Stages.unwrap(failure) instanceof JDBCException told
                        && next(told.getSQLException()) instanceof BatchUpdateException batch
                ? OptionalInt.of(batch.getUpdateCounts().length)
                : OptionalInt.empty();
    }

    private static @Nullable SQLException next(@Nullable SQLException failure) {
        return failure == null ? null : failure.getNextException();
    }

    /** An entry of the batch that was sent last met no row, or an unexpected one. */
    void refuse(int entry) {
        refused = entry < lastSent.size() ? lastSent.get(entry) : null;
    }

    /** The values have been sent. */
    void sent(List<Object[]> values) {
        if (!batched.isEmpty()) {
            lastSent = new ArrayList<>(values.size());
            for (Object[] entry : values) {
                lastSent.add(batched.remove(entry));
            }
        }
    }

    /** Forgets all, at the end of a transaction or of a part of it. */
    void clear() {
        batched.clear();
        lastSent = List.of();
        present = null;
        refused = null;
    }

    /** The failure of a statement does not count. */
    void forgive() {
        refused = null;
    }
}
