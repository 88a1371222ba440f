package dev.unirow.sqlite;

import java.sql.SQLException;

/** The transaction of one session, if there is one: what SQLite has been told, and what it did on its own account. */
final class Transaction {
    private volatile boolean open;
    private boolean readOnly;
    private boolean lost;

    boolean isOpen() {
        return open;
    }

    boolean isReadOnly() {
        return open && readOnly;
    }

    /** Whether SQLite has rolled the transaction back by itself. */
    boolean isLost() {
        return lost;
    }

    void begin(NativeConnection connection, String sql, boolean reads) throws SQLException {
        connection.control(sql);
        open = true;
        readOnly = reads;
        connection.queryOnly(reads);
    }

    void commit(NativeConnection connection) throws SQLException {
        connection.control("commit");
        open = false;
        connection.queryOnly(false);
    }

    /** Ends the transaction in SQLite if it is still open there. */
    void rollBack(NativeConnection connection) throws SQLException {
        try {
            if (open && !lost) {
                connection.control("rollback");
            }
            if (open) {
                connection.queryOnly(false);
            }
        } finally {
            forget();
        }
    }

    void forget() {
        open = false;
        readOnly = false;
        lost = false;
    }

    /** To be asked after a failure. */
    void noticeLoss(NativeConnection connection) {
        try {
            lost = open && !connection.inTransaction();
        } catch (SQLException e) {
            lost = true;
        }
    }

    static IllegalStateException lostFailure() {
        return new IllegalStateException(
                "SQLite has rolled this transaction back after the failure of an earlier statement."
                        + " Roll back, and do the work again.");
    }
}
