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
            return "Detected added " + kind(constraint) + " '" + constraint.name() + "' on '"
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
                            : kind(constraint) + " '" + constraint.name() + "' on '" + table + "'");
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

    private static String kind(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return "primary key";
        }
        return constraint instanceof Unique ? "unique constraint" : "check constraint";
    }

    private static String reference(String table, ForeignKey key) {
        return "foreign key (" + String.join(", ", key.columns()) + ")(" + String.join(", ", key.referredColumns())
                + ") on table '" + table + "'";
    }
}
