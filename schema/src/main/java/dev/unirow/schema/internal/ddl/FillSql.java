package dev.unirow.schema.internal.ddl;

import dev.unirow.schema.ColumnOperation.FillColumn;
import java.util.ArrayList;
import java.util.List;

/** What gives the rows a value that have none in a column, or the place where a person writes it. */
public record FillSql(TableSql sql, FillColumn fill) {
    private static final String MARK = "-- Rows without a value for ";

    public String statement() {
        return fill.value() == null ? mark(sql.quote(fill.column().name()), update("...") + ";") : update(fill.value());
    }

    public String update(String value) {
        String column = sql.quote(fill.column().name());
        return "update " + sql.table(fill.table()) + " set " + column + " = " + value + " where " + column + " is null";
    }

    /** @param remedy what to write, and where */
    public static String mark(String column, String remedy) {
        return (MARK + column + " are refused here. To give them one: " + remedy).replaceAll("\\R", " ");
    }

    /** A mark is a comment over the statement that it stands before. */
    public static List<String> withMarks(List<String> statements) {
        List<String> joined = new ArrayList<>();
        StringBuilder marks = new StringBuilder();
        for (String statement : statements) {
            if (statement.startsWith(MARK) && !statement.contains("\n")) {
                marks.append(statement).append('\n');
            } else {
                joined.add(marks + statement);
                marks.setLength(0);
            }
        }
        return List.copyOf(joined);
    }
}
