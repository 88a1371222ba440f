package dev.unirow.schema;

/** A step about something that is no table's: a sequence, an enum type. */
public sealed interface SchemaOperation extends Operation {
    record CreateSequence(Sequence sequence) implements SchemaOperation {
        @Override
        public String table() {
            return sequence.name();
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new DropSequence(sequence);
        }

        @Override
        public String description() {
            return "Detected added sequence '" + sequence.name() + "'";
        }
    }

    record DropSequence(Sequence sequence) implements SchemaOperation {
        @Override
        public String table() {
            return sequence.name();
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new CreateSequence(sequence);
        }

        @Override
        public String description() {
            return "Detected removed sequence '" + sequence.name() + "'";
        }

        @Override
        public boolean destructive() {
            return true;
        }
    }

    /** Another step width, other bounds or another cache. Where a sequence starts is not compared: it has moved on. */
    record AlterSequence(Sequence from, Sequence to) implements SchemaOperation {
        @Override
        public String table() {
            return to.name();
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new AlterSequence(to, from);
        }

        @Override
        public String description() {
            return from.increment() == to.increment()
                    ? "Detected change of the bounds or the cache of sequence '" + to.name() + "'"
                    : "Detected increment change from " + from.increment() + " to " + to.increment() + " on sequence '"
                            + to.name() + "'";
        }
    }

    /** Another name, under which it goes on; follows from that of a table, or is asked for. */
    record RenameSequence(String table, String newName) implements SchemaOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new RenameSequence(newName, table);
        }

        @Override
        public String description() {
            return "Renamed sequence '" + table + "' to '" + newName + "'";
        }
    }

    /** Another name for the row that counts keys, in the table that holds such rows. */
    record RenameCounter(String table, String segmentColumn, String segment, String newSegment)
            implements SchemaOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new RenameCounter(table, segmentColumn, newSegment, segment);
        }

        @Override
        public String description() {
            return "Renamed the row '" + segment + "' of '" + table + "', which counts keys, to '" + newSegment + "'";
        }
    }

    /**
     * A source of keys goes on behind the keys that are there.
     *
     * @param back whether it is the way back that needs this
     */
    record AdvanceSequence(KeySource source, boolean back) implements SchemaOperation {
        @Override
        public String table() {
            return source.name();
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new AdvanceSequence(source, !back);
        }

        @Override
        public String description() {
            return "Detected keys that '" + source.name() + "' has to go on behind" + (back ? " on the way back" : "");
        }
    }

    record CreateEnum(EnumType type) implements SchemaOperation {
        @Override
        public String table() {
            return type.name();
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new DropEnum(type);
        }

        @Override
        public String description() {
            return "Detected added enum type '" + type.name() + "'";
        }
    }

    record DropEnum(EnumType type) implements SchemaOperation {
        @Override
        public String table() {
            return type.name();
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new CreateEnum(type);
        }

        @Override
        public String description() {
            return "Detected removed enum type '" + type.name() + "'";
        }
    }

    /** Other values for an enum type. Rows that hold a value that goes are not lost: the statement fails. */
    record AlterEnum(EnumType from, EnumType to) implements SchemaOperation {
        @Override
        public String table() {
            return to.name();
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Operation inverse() {
            return new AlterEnum(to, from);
        }

        @Override
        public String description() {
            return "Detected values '" + String.join("', '", to.values()) + "' of enum type '" + to.name() + "'";
        }
    }
}
