package dev.unirow.schema.internal.sql;

import dev.unirow.schema.DatabaseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The line over a batch: which table SQLite builds anew, and the columns that it copies from, so that whoever runs it
 * can look first whether they are still the same.
 */
public record BatchMark(String table, List<String> columns) {
    private static final String START = "-- batch ";

    public BatchMark {
        columns = List.copyOf(columns);
    }

    /** From the first line of a statement; empty when it is no batch's. */
    public static Optional<BatchMark> find(String statement) {
        if (!statement.startsWith(START)) {
            return Optional.empty();
        }
        String names = statement.lines().findFirst().orElse("").substring(START.length());
        SqlCursor cursor = new SqlCursor(DatabaseKind.SQLITE, names);
        String table = cursor.next().unquoted();
        List<String> columns = new ArrayList<>();
        cursor.expect("(");
        do {
            columns.add(cursor.next().unquoted());
        } while (cursor.accept(","));
        cursor.expect(")");
        return Optional.of(new BatchMark(table, columns));
    }

    /** The line, without its end; names are quoted as in SQL. */
    public String line() {
        return START + Identifiers.quote(table) + " (" + Identifiers.quoteAll(columns) + ")";
    }
}
