package dev.unirow.schema.internal.sqlite;

import static dev.unirow.schema.internal.sql.Identifiers.quote;
import static dev.unirow.schema.internal.sql.Identifiers.quoteAll;

import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation.FillColumn;
import dev.unirow.schema.Table;
import dev.unirow.schema.internal.ddl.FillSql;
import dev.unirow.schema.internal.ddl.TableSql;
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
        String kept = quote(column.name());
        Optional<FillColumn> fill = fill(column);
        if (fill.isEmpty()) {
            return kept;
        }
        @Nullable String value = fill.get().value();
        if (before.column(column.name()).isPresent()) {
            return "coalesce(" + kept + ", " + (value == null ? "null" : value) + ")";
        }
        return value == null ? "null as " + kept : value;
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
