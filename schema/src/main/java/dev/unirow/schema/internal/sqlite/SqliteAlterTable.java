package dev.unirow.schema.internal.sqlite;

import static dev.unirow.schema.internal.sql.Identifiers.quote;

import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Operation;
import dev.unirow.schema.OperationVisitor;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.internal.ddl.SqliteLiteral;
import dev.unirow.schema.internal.ddl.TableSql;
import java.util.Optional;

/** The one statement of SQLite's for a step on a table that is there; none where the table has to be built anew. */
final class SqliteAlterTable implements OperationVisitor<Optional<String>> {
    private final TableSql sql = new TableSql(DatabaseKind.SQLITE);

    private String alter(Operation operation, String change) {
        return "alter table " + sql.table(operation.table()) + " " + change;
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

    @Override
    public Optional<String> visit(TableOperation.CreateTable create) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(TableOperation.DropTable drop) {
        return Optional.of(sql.dropTable(drop.table()));
    }

    @Override
    public Optional<String> visit(TableOperation.RenameTable rename) {
        return Optional.of(alter(rename, "rename to " + sql.table(rename.newName())));
    }

    @Override
    public Optional<String> visit(TableOperation.AlterTableComment alter) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(TableOperation.AlterTableOptions alter) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(ColumnOperation.AddColumn add) {
        return isAddable(add.column())
                ? Optional.of(alter(add, "add column " + sql.column(add.column())))
                : Optional.empty();
    }

    @Override
    public Optional<String> visit(ColumnOperation.DropColumn drop) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(ColumnOperation.RenameColumn rename) {
        return Optional.of(alter(rename, "rename column " + quote(rename.column()) + " to " + quote(rename.newName())));
    }

    @Override
    public Optional<String> visit(ColumnOperation.FillColumn fill) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(ColumnOperation.AlterColumn alter) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(ConstraintOperation.AddConstraint add) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(ConstraintOperation.DropConstraint drop) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(ConstraintOperation.CreateIndex create) {
        return Optional.of(sql.createIndex(create.table(), create.index()));
    }

    @Override
    public Optional<String> visit(ConstraintOperation.DropIndex drop) {
        return Optional.of("drop index " + quote(drop.index().name()));
    }

    @Override
    public Optional<String> visit(ConstraintOperation.RenameConstraint rename) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(ConstraintOperation.RenameIndex rename) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(SchemaOperation.CreateSequence create) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(SchemaOperation.DropSequence drop) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(SchemaOperation.AlterSequence alter) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(SchemaOperation.RenameSequence rename) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(SchemaOperation.RenameCounter rename) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(SchemaOperation.AdvanceSequence advance) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(SchemaOperation.CreateEnum create) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(SchemaOperation.DropEnum drop) {
        return Optional.empty();
    }

    @Override
    public Optional<String> visit(SchemaOperation.AlterEnum alter) {
        return Optional.empty();
    }
}
