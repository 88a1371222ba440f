package dev.unirow.schema.internal.ddl;

import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnAspect;
import dev.unirow.schema.ColumnOperation.AddColumn;
import dev.unirow.schema.ColumnOperation.AlterColumn;
import dev.unirow.schema.ColumnOperation.FillColumn;
import dev.unirow.schema.ConstraintOperation.AddConstraint;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Steps that ask something of the rows that are there, since a required column needs a value in each of them.
 *
 * @param values SQL expressions by table and column, as in {@code pet.name}
 */
public record RequiredColumns(Map<String, String> values) {
    public RequiredColumns {
        values = Map.copyOf(values);
    }

    public static List<String> withoutValues(List<Operation> operations) {
        List<String> names = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof AddColumn add && needsValue(add.column())) {
                names.add(name(add, add.column()));
            } else if (becomesRequired(operation)) {
                names.add(name(operation, ((AlterColumn) operation).to()));
            }
        }
        return names;
    }

    public List<Operation> there(List<Operation> operations) {
        List<Operation> all = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof AddColumn add
                    && (needsValue(add.column()) || (value(add, add.column()) != null && isWritten(add.column())))) {
                all.addAll(filled(add, value(add, add.column())));
            } else if (becomesRequired(operation)) {
                addFilled((AlterColumn) operation, all);
            } else {
                all.add(operation);
            }
        }
        return List.copyOf(all);
    }

    public List<Operation> back(List<Operation> operations) {
        List<Operation> all = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof AddColumn add && needsValue(add.column())) {
                String value = value(add, add.column());
                if (value != null) {
                    all.addAll(filled(add, value));
                } else {
                    boolean key = isKey(add, operations);
                    all.add(key ? add : new AddColumn(add.table(), add.column().withNullable(true)));
                }
            } else if (becomesRequired(operation) && value(operation, ((AlterColumn) operation).to()) != null) {
                addFilled((AlterColumn) operation, all);
            } else {
                all.add(operation);
            }
        }
        return List.copyOf(all);
    }

    private static List<Operation> filled(AddColumn add, @Nullable String value) {
        Column column = add.column();
        Column nullable = column.withNullable(true);
        List<Operation> steps = new ArrayList<>(
                List.of(new AddColumn(add.table(), nullable), new FillColumn(add.table(), column, value)));
        if (!column.nullable()) {
            steps.add(new AlterColumn(add.table(), nullable, column, ColumnAspect.NULLABLE));
        }
        return steps;
    }

    /** A mark stands before all changes of the table's columns that one statement does, and does not part them. */
    private void addFilled(AlterColumn alter, List<Operation> all) {
        String value = value(alter, alter.to());
        int at = all.size();
        while (value == null
                && at > 0
                && all.get(at - 1) instanceof AlterColumn before
                && before.table().equals(alter.table())
                && !before.isOf(ColumnAspect.GENERATED)) {
            at--;
        }
        all.add(at, new FillColumn(alter.table(), alter.to(), value));
        all.add(alter);
    }

    private static boolean isKey(AddColumn add, List<Operation> operations) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof AddConstraint constraint
                        && constraint.table().equals(add.table())
                        && constraint.constraint() instanceof PrimaryKey key
                        && key.columns().contains(add.column().name()));
    }

    private @Nullable String value(Operation operation, Column column) {
        return values.get(name(operation, column));
    }

    private static String name(Operation operation, Column column) {
        return operation.table() + "." + column.name();
    }

    private static boolean becomesRequired(Operation operation) {
        return operation instanceof AlterColumn alter
                && alter.isOf(ColumnAspect.NULLABLE)
                && !alter.to().nullable();
    }

    private static boolean needsValue(Column column) {
        return !column.nullable() && isWritten(column);
    }

    private static boolean isWritten(Column column) {
        return column.defaultValue() == null && column.generated() == null && !column.identity();
    }
}
