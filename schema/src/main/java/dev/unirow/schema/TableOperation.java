package dev.unirow.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step about a table as a whole. */
public sealed interface TableOperation extends Operation {
    record CreateTable(Table definition) implements TableOperation {
        @Override
        public String table() {
            return definition.name();
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new DropTable(definition);
        }

        @Override
        public String description() {
            return "Detected added table '" + table() + "'";
        }
    }

    record DropTable(Table definition) implements TableOperation {
        @Override
        public String table() {
            return definition.name();
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new CreateTable(definition);
        }

        @Override
        public String description() {
            return "Detected removed table '" + table() + "'";
        }

        @Override
        public boolean destructive() {
            return true;
        }
    }

    /** A new name for a table; never found by comparing, only asked for. */
    record RenameTable(String table, String newName) implements TableOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new RenameTable(newName, table);
        }

        @Override
        public String description() {
            return "Renamed table '" + table + "' to '" + newName + "'";
        }
    }

    record AlterTableComment(
            String table, @Nullable String from, @Nullable String to) implements TableOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new AlterTableComment(table, to, from);
        }

        @Override
        public String description() {
            return "Detected table comment on '" + table + "'";
        }
    }

    /**
     * Another way for SQLite or MariaDB to keep a table. On MariaDB a new collation is that of the columns without one
     * of their own, too.
     */
    record AlterTableOptions(String table, List<String> from, List<String> to) implements TableOperation {
        public AlterTableOptions {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new AlterTableOptions(table, to, from);
        }

        @Override
        public String description() {
            return "Detected table options '" + String.join(", ", to) + "' on '" + table + "'";
        }
    }
}
