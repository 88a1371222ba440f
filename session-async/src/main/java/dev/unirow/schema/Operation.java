package dev.unirow.schema;

/** One step from a schema to another. It holds what it needs to be undone; undoing brings the structure back, not the rows. */
public sealed interface Operation {

    /** The table that changes; the sequence, where there is none. */
    String table();

    /** The step back. */
    Operation inverse();

    /** One line for a person, in Alembic's words. */
    String description();

    /** Whether rows or values can get lost. */
    default boolean destructive() {
        return false;
    }

    record CreateTable(Table definition) implements Operation {
        @Override
        public String table() {
            return definition.name();
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

    record DropTable(Table definition) implements Operation {
        @Override
        public String table() {
            return definition.name();
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
    record RenameTable(String table, String newName) implements Operation {
        @Override
        public Operation inverse() {
            return new RenameTable(newName, table);
        }

        @Override
        public String description() {
            return "Renamed table '" + table + "' to '" + newName + "'";
        }
    }

    record AddColumn(String table, Column column) implements Operation {
        @Override
        public Operation inverse() {
            return new DropColumn(table, column);
        }

        @Override
        public String description() {
            return "Detected added column '" + table + "." + column.name() + "'";
        }
    }

    record DropColumn(String table, Column column) implements Operation {
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
            return true;
        }
    }

    /** A new name for a column; never found by comparing, only asked for. */
    record RenameColumn(String table, String column, String newName) implements Operation {
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
    record AlterType(String table, Column from, Column to, boolean lossy, boolean lossyBack) implements Operation {
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

    record AlterNullable(String table, Column from, Column to) implements Operation {
        @Override
        public Operation inverse() {
            return new AlterNullable(table, to, from);
        }

        @Override
        public String description() {
            return "Detected " + (to.nullable() ? "NULL" : "NOT NULL") + " on column '" + table + "." + to.name() + "'";
        }
    }

    record AlterDefault(String table, Column from, Column to) implements Operation {
        @Override
        public Operation inverse() {
            return new AlterDefault(table, to, from);
        }

        @Override
        public String description() {
            return "Detected server default on column '" + table + "." + to.name() + "'";
        }
    }

    record AlterIdentity(String table, Column from, Column to) implements Operation {
        @Override
        public Operation inverse() {
            return new AlterIdentity(table, to, from);
        }

        @Override
        public String description() {
            return "Detected " + (to.identity() ? "added" : "removed") + " identity on column '" + table + "."
                    + to.name() + "'";
        }
    }

    record AddPrimaryKey(String table, PrimaryKey key) implements Operation {
        @Override
        public Operation inverse() {
            return new DropPrimaryKey(table, key);
        }

        @Override
        public String description() {
            return "Detected added primary key '" + key.name() + "' on '" + table + "'";
        }
    }

    record DropPrimaryKey(String table, PrimaryKey key) implements Operation {
        @Override
        public Operation inverse() {
            return new AddPrimaryKey(table, key);
        }

        @Override
        public String description() {
            return "Detected removed primary key '" + key.name() + "' on '" + table + "'";
        }
    }

    record AddUnique(String table, Unique unique) implements Operation {
        @Override
        public Operation inverse() {
            return new DropUnique(table, unique);
        }

        @Override
        public String description() {
            return "Detected added unique constraint '" + unique.name() + "' on '("
                    + String.join(", ", unique.columns()) + ")'";
        }
    }

    record DropUnique(String table, Unique unique) implements Operation {
        @Override
        public Operation inverse() {
            return new AddUnique(table, unique);
        }

        @Override
        public String description() {
            return "Detected removed unique constraint '" + unique.name() + "' on '" + table + "'";
        }
    }

    record AddCheck(String table, Check check) implements Operation {
        @Override
        public Operation inverse() {
            return new DropCheck(table, check);
        }

        @Override
        public String description() {
            return "Detected added check constraint '" + check.name() + "' on '" + table + "'";
        }
    }

    record DropCheck(String table, Check check) implements Operation {
        @Override
        public Operation inverse() {
            return new AddCheck(table, check);
        }

        @Override
        public String description() {
            return "Detected removed check constraint '" + check.name() + "' on '" + table + "'";
        }
    }

    record CreateIndex(String table, Index index) implements Operation {
        @Override
        public Operation inverse() {
            return new DropIndex(table, index);
        }

        @Override
        public String description() {
            return "Detected added index '" + index.name() + "' on '(" + String.join(", ", index.columnNames()) + ")'";
        }
    }

    record DropIndex(String table, Index index) implements Operation {
        @Override
        public Operation inverse() {
            return new CreateIndex(table, index);
        }

        @Override
        public String description() {
            return "Detected removed index '" + index.name() + "' on '" + table + "'";
        }
    }

    record AddForeignKey(String table, ForeignKey key) implements Operation {
        @Override
        public Operation inverse() {
            return new DropForeignKey(table, key);
        }

        @Override
        public String description() {
            return "Detected added foreign key (" + String.join(", ", key.columns()) + ")("
                    + String.join(", ", key.referredColumns()) + ") on table '" + table + "'";
        }
    }

    record DropForeignKey(String table, ForeignKey key) implements Operation {
        @Override
        public Operation inverse() {
            return new AddForeignKey(table, key);
        }

        @Override
        public String description() {
            return "Detected removed foreign key (" + String.join(", ", key.columns()) + ")("
                    + String.join(", ", key.referredColumns()) + ") on table '" + table + "'";
        }
    }

    record CreateSequence(Sequence sequence) implements Operation {
        @Override
        public String table() {
            return sequence.name();
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

    record DropSequence(Sequence sequence) implements Operation {
        @Override
        public String table() {
            return sequence.name();
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

    /** Another step width. Where a sequence starts is not compared: it has moved on. */
    record AlterSequence(Sequence from, Sequence to) implements Operation {
        @Override
        public String table() {
            return to.name();
        }

        @Override
        public Operation inverse() {
            return new AlterSequence(to, from);
        }

        @Override
        public String description() {
            return "Detected increment change from " + from.increment() + " to " + to.increment() + " on sequence '"
                    + to.name() + "'";
        }
    }
}
