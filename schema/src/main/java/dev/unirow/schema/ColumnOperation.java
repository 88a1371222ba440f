package dev.unirow.schema;

import org.jspecify.annotations.Nullable;

/** A step about a column. What alters one holds the whole of it, before and after. */
public sealed interface ColumnOperation extends Operation {
    record AddColumn(String table, Column column) implements ColumnOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new DropColumn(table, column);
        }

        @Override
        public String description() {
            return "Detected added column '" + table + "." + column.name() + "'";
        }
    }

    record DropColumn(String table, Column column) implements ColumnOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new AddColumn(table, column);
        }

        @Override
        public String description() {
            return "Detected removed column '" + table + "." + column.name() + "'";
        }

        @Override
        public boolean destructive() {
            return column.generated() == null;
        }
    }

    /** A new name for a column; never found by comparing, only asked for. */
    record RenameColumn(String table, String column, String newName) implements ColumnOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new RenameColumn(table, newName, column);
        }

        @Override
        public String description() {
            return "Renamed column '" + table + "." + column + "' to '" + newName + "'";
        }
    }

    /**
     * A value for the rows that have none, before the column becomes required; never found by comparing.
     *
     * @param column as it is to be
     * @param value an SQL expression; null where a person has to write it into the statements
     */
    record FillColumn(String table, Column column, @Nullable String value) implements ColumnOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        /** Rows keep what they got, and have nothing to get then. */
        @Override
        public Operation inverse() {
            return this;
        }

        @Override
        public String description() {
            return "Filled column '" + table + "." + column.name() + "'";
        }
    }

    /**
     * Another shape of a column in one respect.
     *
     * @param lossy whether some values of the old column have no place in the new one
     * @param lossyBack the same of the way back
     */
    record AlterColumn(String table, Column from, Column to, ColumnAspect aspect, boolean lossy, boolean lossyBack)
            implements ColumnOperation {
        /** What is lost is told by the aspect; a type counts as losing both ways, as its name alone does not tell. */
        public AlterColumn(String table, Column from, Column to, ColumnAspect aspect) {
            this(table, from, to, aspect, aspect.loses(from), aspect.loses(to));
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new AlterColumn(table, to, from, aspect, lossyBack, lossy);
        }

        @Override
        public String description() {
            return aspect.description(table, from, to);
        }

        @Override
        public boolean destructive() {
            return lossy;
        }

        /** Whether it is about that aspect of a column. */
        public boolean isOf(ColumnAspect other) {
            return aspect == other;
        }
    }
}
