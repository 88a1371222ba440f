package dev.unirow.schema.internal.sqlite;

import static dev.unirow.schema.internal.sql.Identifiers.quote;
import static dev.unirow.schema.internal.sql.Identifiers.quoteAll;

import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation.FillColumn;
import dev.unirow.schema.Table;
import dev.unirow.schema.internal.ddl.FillSql;
import dev.unirow.schema.internal.ddl.TableSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statement of a batch that takes the rows over. */
record SqliteCopy(Table before, Table after, List<FillColumn> fills) {
    String statement(TableSql sql, String fresh) {
        List<Column> columns = after.columns().stream()
                .filter(column -> column.generated() == null)
                .filter(column ->
                        before.column(column.name()).isPresent() || fill(column).isPresent())
                .toList();
        String marks = columns.stream()
                .filter(column ->
                        fill(column).filter(fill -> fill.value() == null).isPresent())
                .map(column -> FillSql.mark(quote(column.name()), "replace null in '" + value(column) + "'.") + "\n")
                .collect(Collectors.joining());
        return marks + "insert into " + sql.table(fresh) + " ("
                + quoteAll(columns.stream().map(Column::name).toList()) + ") select "
                + columns.stream().map(this::value).collect(Collectors.joining(", ")) + " from "
                + sql.table(before.name());
    }

    private String value(Column column) {
        Optional<FillColumn> fill = fill(column);
        SqliteConversion conversion = conversion(column);
        String kept = conversion == null ? quote(column.name()) : conversion.value();
        if (fill.isEmpty()) {
            return kept;
        }
        @Nullable String value = fill.get().value();
        if (before.column(column.name()).isPresent()) {
            return "coalesce(" + kept + ", " + (value == null ? "null" : value) + ")";
        }
        return value == null ? "null as " + kept : value;
    }

    private @Nullable SqliteConversion conversion(Column column) {
        return before.column(column.name())
                .map(old -> SqliteConversion.of(quote(column.name()), old, column))
                .orElse(null);
    }

    /**
     * Statements that fail for the first value that has no place in the copy, and do nothing else. A check is all that
     * SQLite has for it: one in a table of the copy's name, so that the failure is about the table that is copied.
     */
    List<String> refusals(TableSql sql, String fresh) {
        List<String> checks = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        for (Column column : after.columns()) {
            SqliteConversion conversion = column.generated() == null ? conversion(column) : null;
            if (conversion != null && conversion.condition() != null) {
                String name = quote(column.name());
                checks.add(name + " constraint " + quote(column.name() + " " + conversion.rule()) + " check (" + name
                        + " is null)");
                questions.add("insert into " + sql.table(fresh) + " (" + name + ") select 1 from "
                        + sql.table(before.name()) + " where " + name + " is not null and ("
                        + conversion.condition() + ") is not true");
            }
        }
        if (checks.isEmpty()) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        statements.add("create table " + sql.table(fresh) + " (\n    " + String.join(",\n    ", checks) + "\n)");
        statements.addAll(questions);
        statements.add(sql.dropTable(fresh));
        return statements;
    }

    private Optional<FillColumn> fill(Column column) {
        return fills.stream()
                .filter(fill -> fill.column().name().equals(column.name()))
                .findFirst();
    }

    /** The columns whose values are taken over; what is computed cannot be written. */
    static List<String> common(Table before, Table after) {
        return after.columns().stream()
                .filter(column -> column.generated() == null)
                .map(Column::name)
                .filter(name -> before.column(name).isPresent())
                .toList();
    }
}
