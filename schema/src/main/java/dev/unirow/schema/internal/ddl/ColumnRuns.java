package dev.unirow.schema.internal.ddl;

import dev.unirow.schema.ColumnAspect;
import dev.unirow.schema.ColumnOperation.AlterColumn;
import dev.unirow.schema.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * Operations in groups that one statement can do: those that follow each other and alter columns of one table, all
 * others alone. What makes a column computed, or no longer, stands alone, since it may be made anew.
 */
public final class ColumnRuns {
    private ColumnRuns() {}

    public static List<List<Operation>> of(List<Operation> operations) {
        List<List<Operation>> runs = new ArrayList<>();
        List<Operation> run = new ArrayList<>();
        for (Operation operation : operations) {
            if (!run.isEmpty()
                    && !(isShared(run.get(0)) && isShared(operation) && isOfOneTable(run.get(0), operation))) {
                runs.add(List.copyOf(run));
                run.clear();
            }
            run.add(operation);
        }
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
        }
        return runs;
    }

    private static boolean isOfOneTable(Operation one, Operation other) {
        return one.table().equals(other.table());
    }

    private static boolean isShared(Operation operation) {
        return operation instanceof AlterColumn alter && !alter.isOf(ColumnAspect.GENERATED);
    }
}
