package dev.unirow.session.internal.wire;

import dev.unirow.session.internal.wire.StatementWatch.ReadRows;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/** What can be told of one kind of answer without using it up. */
interface Answer<T extends @Nullable Object> {
    /** As many rows as are ever shown. */
    int FIRST = 20;

    Answer<@Nullable Object> NOTHING = answer -> -1;
    Answer<Integer> CHANGES = answer -> answer;
    Answer<int[]> BATCH = answer -> Arrays.stream(answer).asLongStream().sum();
    Answer<ReactiveConnection.Result> LISTED = new Listed();
    Answer<ResultSet> ROWS = new Rows();
    Answer<@Nullable Object> IDENTIFIER = new Identifier();

    /** How many rows were changed or read; -1 where the answer does not tell. */
    long count(T answer);

    default @Nullable ReadRows read(T answer) {
        return null;
    }

    /** Rows of which looking takes nothing: {@link RewoundRows}. */
    final class Listed implements Answer<ReactiveConnection.Result> {
        private Listed() {}

        @Override
        public long count(ReactiveConnection.Result answer) {
            return answer.size();
        }

        @Override
        public @Nullable ReadRows read(ReactiveConnection.Result answer) {
            return answer instanceof RewoundRows rows ? new ReadRows(List.of(), rows.first(FIRST), rows.size()) : null;
        }
    }

    /** Rows as JDBC has them. */
    final class Rows implements Answer<ResultSet> {
        private Rows() {}

        @Override
        public long count(ResultSet answer) {
            RowSet<Row> rows = rows(answer);
            return rows == null ? 1 : rows.size(); // one key that the database made, without a row around it
        }

        @Override
        public @Nullable ReadRows read(ResultSet answer) {
            RowSet<Row> rows = rows(answer);
            if (rows == null) {
                return null;
            }
            List<@Nullable Object[]> first = new ArrayList<>();
            for (Row row : rows) {
                if (first.size() == FIRST) {
                    break;
                }
                first.add(values(row));
            }
            List<String> columns = rows.columnsNames();
            return new ReadRows(columns == null ? List.of() : columns, first, rows.size());
        }

        private static @Nullable Object[] values(Row row) {
            @Nullable Object[] values = new @Nullable Object[row.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getValue(i);
            }
            return values;
        }

        @SuppressWarnings("unchecked") // Vert.x has no other rows
        private static @Nullable RowSet<Row> rows(ResultSet results) {
            try {
                return results.isWrapperFor(RowSet.class) ? (RowSet<Row>) results.unwrap(RowSet.class) : null;
            } catch (SQLException failure) {
                return null;
            }
        }
    }

    /** A key that the database made. */
    final class Identifier implements Answer<@Nullable Object> {
        private Identifier() {}

        @Override
        public long count(@Nullable Object answer) {
            return answer == null ? 0 : 1;
        }

        @Override
        public @Nullable ReadRows read(@Nullable Object answer) {
            return answer == null
                    ? null
                    : new ReadRows(List.of(), List.<@Nullable Object[]>of(new Object[] {answer}), 1);
        }
    }
}
