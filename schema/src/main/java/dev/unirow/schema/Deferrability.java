package dev.unirow.schema;

/** When a foreign key is checked: after each statement, or, where the transaction asks for it, at its end. */
public enum Deferrability {
    NOT_DEFERRABLE(""),
    INITIALLY_IMMEDIATE(" deferrable initially immediate"),
    INITIALLY_DEFERRED(" deferrable initially deferred");

    private final String sql;

    Deferrability(String sql) {
        this.sql = sql;
    }

    public String sql() {
        return sql;
    }
}
