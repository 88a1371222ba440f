package dev.unirow.schema;

/**
 * One step from a schema to another. It holds what it needs to be undone, so that each has its {@link #inverse};
 * undoing brings the structure back, not the rows.
 */
public sealed interface Operation permits TableOperation, ColumnOperation, ConstraintOperation, SchemaOperation {
    /** The table that changes; the sequence or the enum type, where there is none. */
    String table();

    /** Calls the visitor's method for this kind of step. */
    <R> R accept(OperationVisitor<R> visitor);

    /** The step back. */
    Operation inverse();

    /** One line for a person, in Alembic's words. */
    String description();

    /**
     * Whether rows or values can get lost. An inverse says so of itself: the way back from an added column is one that
     * drops it.
     */
    default boolean destructive() {
        return false;
    }
}
