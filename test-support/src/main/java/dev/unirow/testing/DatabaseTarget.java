package dev.unirow.testing;

import java.util.Optional;

/** A database that a contract is checked on: what it can do, and new ones of its kind. */
public interface DatabaseTarget {
    /** Which of all kinds it is, for what has to be written in its own words. A test asks for capabilities instead. */
    DatabaseKind kind();

    /** The URL of a new, empty database. */
    String newDatabaseUrl();

    /** Whether this kind of database is a server that other connections can reach while a session holds one. */
    boolean isServer();

    /** Whether a database is still there after its last connection, and open to several at once. */
    boolean outlivesConnections();

    /** Whether connections take pragmas, among them one that tells how LIKE compares. */
    default boolean takesPragmas() {
        return !isServer();
    }

    /** Whether the database says which foreign key was broken. */
    default boolean tellsForeignKeys() {
        return isServer();
    }

    /** Whether a transaction locks the rows that it writes, and not the whole database. */
    default boolean locksRows() {
        return isServer();
    }

    /** Whether a transaction that is rolled back undoes changes of tables, too. */
    boolean undoesDdl();

    /** Whether ALTER TABLE can make every change of a table. */
    default boolean altersTablesInPlace() {
        return isServer();
    }

    /** Whether a statement that fails aborts its transaction, which can only be rolled back then. */
    default boolean abortsTransactions() {
        return false;
    }

    /** Whether an UPDATE returns what the database has computed. */
    default boolean returnsFromUpdates() {
        return true;
    }

    /** Whether rows whose keys the database generates are inserted one after the other, not all by one statement. */
    default boolean insertsNumberedRowsInTurn() {
        return true;
    }

    /** Whether an enum is a type of the database with a name. */
    default boolean hasNamedEnumTypes() {
        return false;
    }

    /** Whether one database has several schemas, which a connection sees all at once. */
    default boolean hasSchemas() {
        return false;
    }

    /** Whether transactions can be less than serializable. */
    default boolean hasWeakerIsolation() {
        return isServer();
    }

    /** A query for the connections to the present database that wait for a lock; none where only the driver knows. */
    Optional<String> waitingForLocks();

    /** Ends, on the server's side, all connections to the database of the URL. */
    void killConnections(String url);
}
