package dev.unirow.schema;

/** A step about a column. What alters one holds the whole of it, before and after. */
public sealed interface ColumnOperation extends Operation {
    record AddColumn(String table, Column column) implements ColumnOperation {
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
        public Operation inverse() {
            return new RenameColumn(table, newName, column);
        }

        @Override
        public String description() {
            return "Renamed column '" + table + "." + column + "' to '" + newName + "'";
        }
    }

    /**
     * @param lossy whether some values of the old type have no place in the new one
     * @param lossyBack the same of the way back
     */
    record AlterType(String table, Column from, Column to, boolean lossy, boolean lossyBack)
            implements ColumnOperation {
        @Override
        public Operation inverse() {
            return new AlterType(table, to, from, lossyBack, lossy);
        }

        @Override
        public String description() {
            return "Detected type change from " + from.type() + " to " + to.type() + " on '" + table + "." + to.name()
                    + "'";
        }

        @Override
        public boolean destructive() {
            return lossy;
        }
    }

    record AlterNullable(String table, Column from, Column to) implements ColumnOperation {
        @Override
        public Operation inverse() {
            return new AlterNullable(table, to, from);
        }

        @Override
        public String description() {
            return "Detected " + (to.nullable() ? "NULL" : "NOT NULL") + " on column '" + table + "." + to.name() + "'";
        }
    }

    record AlterDefault(String table, Column from, Column to) implements ColumnOperation {
        @Override
        public Operation inverse() {
            return new AlterDefault(table, to, from);
        }

        @Override
        public String description() {
            return "Detected server default on column '" + table + "." + to.name() + "'";
        }
    }

    record AlterIdentity(String table, Column from, Column to) implements ColumnOperation {
        @Override
        public Operation inverse() {
            return new AlterIdentity(table, to, from);
        }

        @Override
        public String description() {
            String what = from.identity() != to.identity()
                    ? to.identity() ? "added identity" : "removed identity"
                    : to.identityAlways() ? "identity that refuses values" : "identity that takes values";
            return "Detected " + what + " on column '" + table + "." + to.name() + "'";
        }
    }

    /** Another order of texts. */
    record AlterCollation(String table, Column from, Column to) implements ColumnOperation {
        @Override
        public Operation inverse() {
            return new AlterCollation(table, to, from);
        }

        @Override
        public String description() {
            return "Detected collation on column '" + table + "." + to.name() + "'";
        }
    }

    /**
     * A column that is computed, or computed in another way, or no longer. One that becomes computed loses what was
     * written in it.
     */
    record AlterGenerated(String table, Column from, Column to) implements ColumnOperation {
        @Override
        public Operation inverse() {
            return new AlterGenerated(table, to, from);
        }

        @Override
        public String description() {
            return "Detected " + (to.generated() == null ? "removed" : "changed") + " computation of column '" + table
                    + "." + to.name() + "'";
        }

        @Override
        public boolean destructive() {
            return from.generated() == null;
        }
    }

    record AlterColumnComment(String table, Column from, Column to) implements ColumnOperation {
        @Override
        public Operation inverse() {
            return new AlterColumnComment(table, to, from);
        }

        @Override
        public String description() {
            return "Detected column comment '" + table + "." + to.name() + "'";
        }
    }
}
