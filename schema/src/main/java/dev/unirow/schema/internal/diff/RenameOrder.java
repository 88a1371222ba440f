package dev.unirow.schema.internal.diff;

import dev.unirow.schema.ColumnOperation.RenameColumn;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.TableOperation.RenameTable;
import dev.unirow.schema.internal.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renames in an order in which no new name is taken: what has it goes first, and names that are swapped meet a third
 * one.
 */
final class RenameOrder {
    private static final String AWAY = "_unirow_";

    private final Schema from;
    private final List<Operation> waiting;
    private final List<Operation> ordered = new ArrayList<>();

    private RenameOrder(Schema from, List<Operation> renames) {
        this.from = from;
        this.waiting = new ArrayList<>(renames);
    }

    static List<Operation> of(Schema from, List<Operation> renames) {
        RenameOrder order = new RenameOrder(from, renames);
        while (!order.waiting.isEmpty()) {
            order.add(order.waiting.get(0));
        }
        return order.ordered;
    }

    private void add(Operation rename) {
        waiting.remove(rename);
        Optional<Operation> other = inTheWayOf(rename);
        if (other.isPresent()) {
            List<Operation> path = new ArrayList<>(List.of(rename));
            for (Optional<Operation> next = other; next.isPresent(); next = inTheWayOf(next.get())) {
                path.add(0, next.get());
                waiting.remove(next.get());
            }
            Operation first = path.get(0);
            if (newName(first).equals(oldName(rename)) && isSamePlace(first, rename)) {
                ordered.add(renamed(rename, oldName(rename), away(rename)));
                path.set(path.size() - 1, renamed(rename, away(rename), newName(rename)));
            }
            ordered.addAll(path);
        } else {
            ordered.add(rename);
        }
    }

    /** What was named so before any rename; a name that only a rename gives may be given on. */
    private Optional<Operation> inTheWayOf(Operation rename) {
        return waiting.stream()
                .filter(other -> isSamePlace(other, rename) && oldName(other).equals(newName(rename)) && isThere(other))
                .findFirst();
    }

    private boolean isThere(Operation rename) {
        return rename instanceof RenameColumn column
                ? from.table(column.table())
                        .filter(table -> table.columns().stream()
                                .anyMatch(each -> each.name().equals(column.column())))
                        .isPresent()
                : from.table(rename.table()).isPresent();
    }

    private static boolean isSamePlace(Operation one, Operation other) {
        return one instanceof RenameColumn
                ? other instanceof RenameColumn && one.table().equals(other.table())
                : other instanceof RenameTable;
    }

    private static String oldName(Operation rename) {
        return rename instanceof RenameColumn column ? column.column() : rename.table();
    }

    private static String newName(Operation rename) {
        return rename instanceof RenameColumn column ? column.newName() : ((RenameTable) rename).newName();
    }

    private static String away(Operation rename) {
        if (rename instanceof RenameColumn column) {
            return AWAY + column.column();
        }
        QualifiedName table = QualifiedName.parse(rename.table());
        return new QualifiedName(table.schema(), AWAY + table.name()).text();
    }

    private static Operation renamed(Operation rename, String oldName, String newName) {
        return rename instanceof RenameColumn
                ? new RenameColumn(rename.table(), oldName, newName)
                : new RenameTable(oldName, newName);
    }
}
