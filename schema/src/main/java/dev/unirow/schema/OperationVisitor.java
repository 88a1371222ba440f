package dev.unirow.schema;

/**
 * What is done with each kind of step. No method has a default, so that a further kind does not compile until all that
 * work on steps say what it means to them.
 *
 * @param <R> what comes out
 */
public interface OperationVisitor<R> {
    R visit(TableOperation.CreateTable create);

    R visit(TableOperation.DropTable drop);

    R visit(TableOperation.RenameTable rename);

    R visit(TableOperation.AlterTableComment alter);

    R visit(TableOperation.AlterTableOptions alter);

    R visit(ColumnOperation.AddColumn add);

    R visit(ColumnOperation.DropColumn drop);

    R visit(ColumnOperation.RenameColumn rename);

    R visit(ColumnOperation.FillColumn fill);

    R visit(ColumnOperation.AlterColumn alter);

    R visit(ConstraintOperation.AddConstraint add);

    R visit(ConstraintOperation.DropConstraint drop);

    R visit(ConstraintOperation.RenameConstraint rename);

    R visit(ConstraintOperation.CreateIndex create);

    R visit(ConstraintOperation.DropIndex drop);

    R visit(ConstraintOperation.RenameIndex rename);

    R visit(SchemaOperation.CreateSequence create);

    R visit(SchemaOperation.DropSequence drop);

    R visit(SchemaOperation.AlterSequence alter);

    R visit(SchemaOperation.RenameSequence rename);

    R visit(SchemaOperation.RenameCounter rename);

    R visit(SchemaOperation.AdvanceSequence advance);

    R visit(SchemaOperation.CreateEnum create);

    R visit(SchemaOperation.DropEnum drop);

    R visit(SchemaOperation.AlterEnum alter);
}
