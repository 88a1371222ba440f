package dev.unirow.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A foreign key; {@code columns} and {@code referredColumns} pair up in order. */
public record ForeignKey(
        String name,
        List<String> columns,
        String referredTable,
        List<String> referredColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        Deferrability deferrability)
        implements Constraint {
    /**
     * @param onUpdate null, as in JSON that was written before there was one, for none; likewise {@code deferrability}
     */
    public ForeignKey(
            String name,
            List<String> columns,
            String referredTable,
            List<String> referredColumns,
            ReferentialAction onDelete,
            @Nullable ReferentialAction onUpdate,
            @Nullable Deferrability deferrability) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.referredTable = referredTable;
        this.referredColumns = List.copyOf(referredColumns);
        this.onDelete = onDelete;
        this.onUpdate = onUpdate == null ? ReferentialAction.NO_ACTION : onUpdate;
        this.deferrability = deferrability == null ? Deferrability.NOT_DEFERRABLE : deferrability;
        if (columns.size() != referredColumns.size()) {
            throw new IllegalArgumentException("Foreign key '" + name + "' has " + columns.size()
                    + " columns, but refers to " + referredColumns.size() + ".");
        }
    }

    /** A foreign key that is checked at once, and holds on to the key it refers to. */
    public ForeignKey(
            String name,
            List<String> columns,
            String referredTable,
            List<String> referredColumns,
            ReferentialAction onDelete) {
        this(
                name,
                columns,
                referredTable,
                referredColumns,
                onDelete,
                ReferentialAction.NO_ACTION,
                Deferrability.NOT_DEFERRABLE);
    }

    @Override
    public ForeignKey withName(String name) {
        return new ForeignKey(name, columns, referredTable, referredColumns, onDelete, onUpdate, deferrability);
    }

    @Override
    public String kind() {
        return "foreign key";
    }

    public ForeignKey withReferredTable(String referredTable) {
        return new ForeignKey(name, columns, referredTable, referredColumns, onDelete, onUpdate, deferrability);
    }

    public ForeignKey withColumns(List<String> columns, List<String> referredColumns) {
        return new ForeignKey(name, columns, referredTable, referredColumns, onDelete, onUpdate, deferrability);
    }

    /** The same but for its name. */
    public boolean refersAs(ForeignKey other) {
        return columns.equals(other.columns)
                && referredTable.equals(other.referredTable)
                && referredColumns.equals(other.referredColumns)
                && onDelete == other.onDelete
                && onUpdate == other.onUpdate
                && deferrability == other.deferrability;
    }
}
