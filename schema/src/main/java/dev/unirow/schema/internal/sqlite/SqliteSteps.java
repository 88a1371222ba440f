package dev.unirow.schema.internal.sqlite;

import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.OperationVisitor;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.internal.ddl.KeySourceSql;
import dev.unirow.schema.internal.ddl.ReferenceOrder;
import dev.unirow.schema.internal.ddl.SchemaChange;
import dev.unirow.schema.internal.ddl.TableSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Steps without a new name among them: a table that one of them has to build anew is built once, for all of them. */
final class SqliteSteps implements OperationVisitor<List<String>> {
    private final TableSql sql = new TableSql(DatabaseKind.SQLITE);
    private final SqliteAlterTable alterTable = new SqliteAlterTable();
    private final Schema before;
    private final Schema after;
    private final List<Operation> steps;
    private final SqliteCycle cycle;
    private final Set<String> done = new HashSet<>();
    private boolean cycleDropped;

    SqliteSteps(Schema before, List<Operation> steps) {
        this.before = before;
        this.after = SchemaChange.apply(DatabaseKind.SQLITE, before, steps);
        this.steps = steps;
        this.cycle = new SqliteCycle(ReferenceOrder.of(steps.stream()
                .filter(TableOperation.DropTable.class::isInstance)
                .map(step -> ((TableOperation.DropTable) step).definition())
                .toList()));
    }

    Schema after() {
        return after;
    }

    private List<String> changed(Operation operation) {
        String name = operation.table();
        if (done.contains(name)) {
            return List.of();
        }
        Optional<String> statement = operation.accept(alterTable);
        if (statement.isPresent() && !needsBatch(name)) {
            return List.of(statement.orElseThrow());
        }
        done.add(name);
        return new SqliteBatch(existing(before, name), existing(after, name), fills(name)).statements();
    }

    private List<ColumnOperation.FillColumn> fills(String table) {
        return steps.stream()
                .filter(ColumnOperation.FillColumn.class::isInstance)
                .map(ColumnOperation.FillColumn.class::cast)
                .filter(fill -> fill.table().equals(table))
                .toList();
    }

    private boolean needsBatch(String table) {
        return steps.stream()
                .anyMatch(step ->
                        step.table().equals(table) && step.accept(alterTable).isEmpty());
    }

    private static Table existing(Schema schema, String name) {
        return schema.table(name)
                .orElseThrow(() -> new SchemaException(
                        "There is no table '" + name + "'. The operations do not start from this schema."));
    }

    private static SchemaException refusal(SchemaOperation operation) {
        return new SchemaException("SQLite has no sequences and enum types: '" + operation.table()
                + "' cannot be made, changed or dropped.");
    }

    @Override
    public List<String> visit(TableOperation.CreateTable create) {
        done.add(create.table());
        return sql.createWhole(after.table(create.table()).orElse(create.definition()));
    }

    @Override
    public List<String> visit(TableOperation.DropTable drop) {
        if (cycle.order().circular().isEmpty()) {
            return List.of(sql.dropTable(drop.table()));
        }
        List<String> statements = new ArrayList<>();
        if (!cycleDropped) {
            statements.addAll(cycle.empty());
            statements.addAll(cycle.drop());
            cycleDropped = true;
        }
        return statements;
    }

    @Override
    public List<String> visit(TableOperation.RenameTable rename) {
        throw new IllegalStateException("A rename stands alone: " + rename);
    }

    @Override
    public List<String> visit(TableOperation.AlterTableComment alter) {
        return changed(alter);
    }

    @Override
    public List<String> visit(TableOperation.AlterTableOptions alter) {
        return changed(alter);
    }

    @Override
    public List<String> visit(ColumnOperation.AddColumn add) {
        return changed(add);
    }

    @Override
    public List<String> visit(ColumnOperation.DropColumn drop) {
        return changed(drop);
    }

    @Override
    public List<String> visit(ColumnOperation.RenameColumn rename) {
        throw new IllegalStateException("A rename stands alone: " + rename);
    }

    @Override
    public List<String> visit(ColumnOperation.FillColumn fill) {
        return changed(fill);
    }

    @Override
    public List<String> visit(ColumnOperation.AlterColumn alter) {
        return changed(alter);
    }

    @Override
    public List<String> visit(ConstraintOperation.AddConstraint add) {
        return changed(add);
    }

    @Override
    public List<String> visit(ConstraintOperation.DropConstraint drop) {
        return changed(drop);
    }

    @Override
    public List<String> visit(ConstraintOperation.CreateIndex create) {
        return changed(create);
    }

    @Override
    public List<String> visit(ConstraintOperation.DropIndex drop) {
        return changed(drop);
    }

    @Override
    public List<String> visit(ConstraintOperation.RenameConstraint rename) {
        return changed(rename);
    }

    @Override
    public List<String> visit(ConstraintOperation.RenameIndex rename) {
        return changed(rename);
    }

    @Override
    public List<String> visit(SchemaOperation.CreateSequence create) {
        throw refusal(create);
    }

    @Override
    public List<String> visit(SchemaOperation.DropSequence drop) {
        throw refusal(drop);
    }

    @Override
    public List<String> visit(SchemaOperation.AlterSequence alter) {
        throw refusal(alter);
    }

    @Override
    public List<String> visit(SchemaOperation.RenameSequence rename) {
        throw refusal(rename);
    }

    @Override
    public List<String> visit(SchemaOperation.RenameCounter rename) {
        return List.of(sql.renameCounter(rename));
    }

    @Override
    public List<String> visit(SchemaOperation.AdvanceSequence advance) {
        return advance.back() ? List.of() : new KeySourceSql(DatabaseKind.SQLITE).advance(after, advance.source());
    }

    @Override
    public List<String> visit(SchemaOperation.CreateEnum create) {
        throw refusal(create);
    }

    @Override
    public List<String> visit(SchemaOperation.DropEnum drop) {
        throw refusal(drop);
    }

    @Override
    public List<String> visit(SchemaOperation.AlterEnum alter) {
        throw refusal(alter);
    }
}
