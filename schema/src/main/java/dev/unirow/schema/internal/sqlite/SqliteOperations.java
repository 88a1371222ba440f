package dev.unirow.schema.internal.sqlite;

import static dev.unirow.schema.internal.sql.Identifiers.quote;

import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.internal.ddl.KeySourceSql;
import dev.unirow.schema.internal.ddl.ReferenceOrder;
import dev.unirow.schema.internal.ddl.SchemaChange;
import dev.unirow.schema.internal.ddl.SqliteLiteral;
import dev.unirow.schema.internal.ddl.TableSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Operations in SQLite's SQL: the few that ALTER TABLE knows as they are, all others of a table together as one batch.
 */
public final class SqliteOperations {
    private final TableSql sql = new TableSql(DatabaseKind.SQLITE);
    private final List<String> statements = new ArrayList<>();
    private final List<Operation> pending = new ArrayList<>();
    private Schema schema;

    private SqliteOperations(Schema schema) {
        this.schema = schema;
    }

    public static List<String> render(Schema from, List<Operation> operations) {
        SqliteOperations renderer = new SqliteOperations(from);
        for (Operation operation : operations) {
            if (operation instanceof TableOperation.RenameTable rename) {
                renderer.flush();
                renderer.rename(rename, " rename to " + new TableSql(DatabaseKind.SQLITE).table(rename.newName()));
            } else if (operation instanceof ColumnOperation.RenameColumn rename) {
                renderer.flush();
                renderer.rename(rename, " rename column " + quote(rename.column()) + " to " + quote(rename.newName()));
            } else {
                renderer.pending.add(operation);
            }
        }
        renderer.flush();
        return List.copyOf(renderer.statements);
    }

    private void rename(Operation rename, String change) {
        statements.add("alter table " + sql.table(rename.table()) + change);
        schema = SchemaChange.apply(DatabaseKind.SQLITE, schema, rename);
    }

    private void flush() {
        Schema after = SchemaChange.apply(DatabaseKind.SQLITE, schema, pending);
        Set<String> done = new HashSet<>();
        SqliteCycle cycle = new SqliteCycle(droppedTables());
        boolean cycleDropped = false;
        for (Operation operation : pending) {
            String name = operation.table();
            if (operation instanceof TableOperation.DropTable drop) {
                if (cycle.order().circular().isEmpty()) {
                    statements.add(sql.dropTable(drop.table()));
                } else if (!cycleDropped) {
                    statements.addAll(cycle.empty());
                    statements.addAll(cycle.drop());
                    cycleDropped = true;
                }
            } else if (operation instanceof TableOperation.CreateTable create) {
                create(after.table(name).orElse(create.definition()));
                done.add(name);
            } else if (operation instanceof SchemaOperation.AdvanceSequence advance) {
                if (!advance.back()) {
                    statements.addAll(new KeySourceSql(DatabaseKind.SQLITE).advance(after, advance.source()));
                }
            } else if (operation instanceof SchemaOperation) {
                throw new SchemaException(
                        "SQLite has no sequences and enum types: '" + name + "' cannot be made, changed or dropped.");
            } else if (!done.contains(name) && needsBatch(name)) {
                statements.addAll(new SqliteBatch(existing(schema, name), existing(after, name)).statements());
                done.add(name);
            } else if (!done.contains(name)) {
                statements.add(change(operation));
            }
        }
        pending.clear();
        schema = after;
    }

    private ReferenceOrder droppedTables() {
        return ReferenceOrder.of(pending.stream()
                .filter(TableOperation.DropTable.class::isInstance)
                .map(operation -> ((TableOperation.DropTable) operation).definition())
                .toList());
    }

    private static Table existing(Schema schema, String name) {
        return schema.table(name)
                .orElseThrow(() -> new SchemaException(
                        "There is no table '" + name + "'. The operations do not start from this schema."));
    }

    private void create(Table table) {
        statements.addAll(sql.createWhole(table));
    }

    private boolean needsBatch(String table) {
        return pending.stream().anyMatch(operation -> operation.table().equals(table) && !isKnown(operation));
    }

    private static boolean isKnown(Operation operation) {
        return operation instanceof ConstraintOperation.CreateIndex
                || operation instanceof ConstraintOperation.DropIndex
                || operation instanceof TableOperation.DropTable
                || (operation instanceof ColumnOperation.AddColumn add && isAddable(add.column()));
    }

    // https://sqlite.org/lang_altertable.html#altertabaddcol
    private static boolean isAddable(Column column) {
        String value = column.defaultValue();
        Generated generated = column.generated();
        if (generated != null) {
            return !generated.stored() && column.nullable();
        }
        return !column.identity()
                && (column.nullable() || value != null)
                && (value == null || SqliteLiteral.isConstant(value));
    }

    private String change(Operation operation) {
        if (operation instanceof ConstraintOperation.CreateIndex create) {
            return sql.createIndex(create.table(), create.index());
        } else if (operation instanceof ConstraintOperation.DropIndex drop) {
            return "drop index " + quote(drop.index().name());
        } else if (operation instanceof ColumnOperation.AddColumn add) {
            return "alter table " + sql.table(add.table()) + " add column " + sql.column(add.column());
        }
        throw new IllegalStateException("Not rendered: " + operation);
    }
}
