package dev.unirow.migrate.internal.autogenerate;

import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnAspect;
import dev.unirow.schema.ColumnOperation.AddColumn;
import dev.unirow.schema.ColumnOperation.AlterColumn;
import dev.unirow.schema.ColumnOperation.DropColumn;
import dev.unirow.schema.Operation;
import dev.unirow.schema.engine.Schemas;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether rows have values for the columns that become required.
 *
 * @param fills SQL expressions by table and column
 */
record FillHints(Map<String, String> fills) {
    List<String> lines(List<Operation> operations) {
        return Schemas.withoutValues(operations).stream()
                .filter(column -> !fills.containsKey(column))
                .map(column ->
                        ("The column '%1$s' is required, and has no default: rows without a value are refused. If there are such rows, "
                                        + "delete this revision and make it again with --fill %1$s=<SQL expression>, or write their value at the place that it marks.")
                                .formatted(column))
                .toList();
    }

    /** @throws MigrationException when one is about a column that has nothing to be filled */
    void requireUse(Stream<List<Operation>> changes) {
        Set<String> fillable =
                changes.flatMap(List::stream).flatMap(FillHints::column).collect(Collectors.toSet());
        Set<String> unused = new TreeSet<>(fills.keySet());
        unused.removeAll(fillable);
        if (!unused.isEmpty()) {
            throw new MigrationException("No revision was made: '" + String.join("', '", unused)
                    + "' cannot be filled. A value is for a column that the revision adds without a default, makes"
                    + " required or not required, or drops. Write it as table.column=expression, with the names that the"
                    + " database has after the revision.");
        }
    }

    private static Stream<String> column(Operation operation) {
        if (operation instanceof AddColumn add) {
            return name(operation, add.column());
        } else if (operation instanceof DropColumn drop) {
            return drop.column().nullable() ? Stream.empty() : name(operation, drop.column());
        }
        return operation instanceof AlterColumn alter && alter.isOf(ColumnAspect.NULLABLE)
                ? Stream.of(operation.table() + "." + alter.to().name())
                : Stream.empty();
    }

    private static Stream<String> name(Operation operation, Column column) {
        boolean written = column.defaultValue() == null && column.generated() == null && !column.identity();
        return written ? Stream.of(operation.table() + "." + column.name()) : Stream.empty();
    }
}
