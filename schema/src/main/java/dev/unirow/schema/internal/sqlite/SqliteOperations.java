package dev.unirow.schema.internal.sqlite;

import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.internal.ddl.SchemaChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Operations in SQLite's SQL: the few that ALTER TABLE knows as they are, all others of a table together as one batch.
 */
public final class SqliteOperations {
    private final List<String> statements = new ArrayList<>();
    private final List<Operation> pending = new ArrayList<>();
    private Schema schema;

    private SqliteOperations(Schema schema) {
        this.schema = schema;
    }

    public static List<String> render(Schema from, List<Operation> operations) {
        SqliteOperations renderer = new SqliteOperations(from);
        for (Operation operation : operations) {
            if (operation instanceof TableOperation.RenameTable || operation instanceof ColumnOperation.RenameColumn) {
                renderer.flush();
                operation.accept(new SqliteAlterTable()).ifPresent(renderer.statements::add);
                renderer.schema = SchemaChange.apply(DatabaseKind.SQLITE, renderer.schema, operation);
            } else {
                renderer.pending.add(operation);
            }
        }
        renderer.flush();
        return List.copyOf(renderer.statements);
    }

    private void flush() {
        SqliteSteps steps = new SqliteSteps(schema, List.copyOf(pending));
        pending.forEach(operation -> statements.addAll(operation.accept(steps)));
        pending.clear();
        schema = steps.after();
    }
}
