package dev.unirow.schema;

/** A step about a constraint or an index of a table. */
public sealed interface ConstraintOperation extends Operation {
    record AddConstraint(String table, Constraint constraint) implements ConstraintOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new DropConstraint(table, constraint);
        }

        @Override
        public String description() {
            if (constraint instanceof ForeignKey key) {
                return "Detected added " + reference(table, key);
            }
            return "Detected added " + constraint.kind() + " '" + constraint.name() + "' on '"
                    + (constraint instanceof Unique unique ? "(" + String.join(", ", unique.columns()) + ")" : table)
                    + "'";
        }
    }

    record DropConstraint(String table, Constraint constraint) implements ConstraintOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new AddConstraint(table, constraint);
        }

        @Override
        public String description() {
            return "Detected removed "
                    + (constraint instanceof ForeignKey key
                            ? reference(table, key)
                            : constraint.kind() + " '" + constraint.name() + "' on '" + table + "'");
        }
    }

    record CreateIndex(String table, Index index) implements ConstraintOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new DropIndex(table, index);
        }

        @Override
        public String description() {
            return "Detected added index '" + index.name() + "' on '(" + String.join(", ", index.columnNames()) + ")'";
        }
    }

    record DropIndex(String table, Index index) implements ConstraintOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new CreateIndex(table, index);
        }

        @Override
        public String description() {
            return "Detected removed index '" + index.name() + "' on '" + table + "'";
        }
    }

    /** A new name for a constraint that is named after what got a new name. */
    record RenameConstraint(String table, Constraint constraint, String newName) implements ConstraintOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new RenameConstraint(table, constraint.withName(newName), constraint.name());
        }

        @Override
        public String description() {
            return "Renamed " + constraint.kind() + " '" + constraint.name() + "' to '" + newName + "' on '" + table
                    + "'";
        }
    }

    /** A new name for an index that is named after what got a new name. */
    record RenameIndex(String table, Index index, String newName) implements ConstraintOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new RenameIndex(table, index.withName(newName), index.name());
        }

        @Override
        public String description() {
            return "Renamed index '" + index.name() + "' to '" + newName + "' on '" + table + "'";
        }
    }

    private static String reference(String table, ForeignKey key) {
        return "foreign key " + key.name() + " (" + String.join(", ", key.columns()) + ")("
                + String.join(", ", key.referredColumns()) + ") on table '" + table + "'";
    }
}
