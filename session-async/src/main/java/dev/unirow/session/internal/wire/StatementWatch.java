package dev.unirow.session.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sees what passes through the connections of one session. Asked {@linkplain #isOn() first}, before anything is made
 * for it, so that silence costs nothing. Called on the session's loop.
 */
public interface StatementWatch {
    boolean isOn();

    /** A number for a transaction that has none yet. */
    long nextTransaction();

    /** A statement about to be sent. */
    Watched sent(SentStatement statement);

    /** A statement under way: answered, then its rows, then ended; a cursor's rows more than once. */
    interface Watched {
        /** The database has answered, or refused; the first answer, where rows are read as they are asked for. */
        void answered(long nanos, @Nullable Throwable failure);

        boolean wantsRows();

        /** Rows that were read. */
        void read(ReadRows rows);

        /**
         * Nothing more comes of it.
         *
         * @param rows how many were changed or read; -1 where the database does not tell
         * @param nanos how long the database was waited for
         */
        void ended(long rows, long nanos, @Nullable Throwable failure);
    }

    /**
     * What is sent.
     *
     * @param shown the words for it, where they are not the SQL
     * @param parameters the bound values: one array, or in a batch one for each of its rows; not to be changed
     * @param isStep whether it begins or ends a transaction or a part of one
     * @param transaction which one it belongs to; 0 for none
     */
    record SentStatement(
            String sql, String shown, List<@Nullable Object[]> parameters, boolean isStep, long transaction) {
        private static final List<@Nullable Object[]> NONE = List.<@Nullable Object[]>of(new Object[0]);

        static SentStatement of(String sql, @Nullable Object[] parameters, long transaction) {
            return new SentStatement(
                    sql,
                    sql,
                    parameters.length == 0 ? NONE : List.<@Nullable Object[]>of(parameters),
                    false,
                    transaction);
        }

        static SentStatement step(String sql, String shown, long transaction) {
            return new SentStatement(sql, shown, NONE, true, transaction);
        }
    }

    /**
     * Rows to be looked at.
     *
     * @param columns their labels
     * @param first the first rows
     * @param total how many there are
     */
    record ReadRows(List<String> columns, List<@Nullable Object[]> first, int total) {}
}
