package dev.unirow.schema.internal.mariadb;

import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation.AddColumn;
import dev.unirow.schema.ColumnOperation.FillColumn;
import dev.unirow.schema.Operation;
import dev.unirow.schema.internal.ddl.FillSql;
import dev.unirow.schema.internal.ddl.TableSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * New columns that are required. MariaDB makes up zeros and empty texts for rows that are there, where others refuse. A
 * check refuses them whatever the {@code sql_mode} is, but is asked about old rows only when the table is copied; the
 * statement that makes the column required takes it away again.
 */
record MariaDbRequired(TableSql sql, List<Operation> operations) {
    /** Whether a column cannot be added at once as it is to be. */
    boolean concerns(AddColumn add) {
        return needsValues(add.column()) || isUnfilled(add);
    }

    private static boolean needsValues(Column column) {
        return !column.nullable() && column.defaultValue() == null && column.generated() == null && !column.identity();
    }

    List<String> add(AddColumn add) {
        List<String> statements = new ArrayList<>();
        if (isUnfilled(add)) {
            String update = new FillSql(sql, fills(add).get(0)).update("...") + ";";
            statements.add(FillSql.mark(
                    sql.quote(add.column().name()),
                    "leave out the check in this statement, and write after it: " + update));
        }
        statements.add(alter(add, "add column " + refusingNull(add.column())));
        if (needsValues(add.column())) {
            statements.add(alter(add, "modify column " + sql.column(add.column())));
        }
        return statements;
    }

    List<String> fill(FillColumn fill) {
        Optional<AddColumn> added = operations.stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .filter(add -> fills(add).contains(fill))
                .findFirst();
        if (added.filter(this::isUnfilled).isPresent()) {
            return List.of(); // the statement that adds the column refuses rows, so that nothing is left of it
        }
        String filled = new FillSql(sql, fill).statement();
        return added.isEmpty() || fill.column().nullable()
                ? List.of(filled)
                : List.of(filled, alter(fill, "modify column " + refusingNull(fill.column())));
    }

    private List<FillColumn> fills(AddColumn add) {
        return operations.stream()
                .filter(FillColumn.class::isInstance)
                .map(FillColumn.class::cast)
                .filter(fill -> fill.table().equals(add.table())
                        && fill.column().name().equals(add.column().name()))
                .toList();
    }

    private boolean isUnfilled(AddColumn add) {
        return fills(add).stream().anyMatch(fill -> fill.value() == null);
    }

    private String refusingNull(Column column) {
        return sql.column(column.withNullable(true)) + " null check (" + sql.quote(column.name())
                + " is not null), algorithm = copy";
    }

    private String alter(Operation operation, String change) {
        return "alter table " + sql.table(operation.table()) + " " + change;
    }
}
