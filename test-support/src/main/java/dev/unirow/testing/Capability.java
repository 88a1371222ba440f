package dev.unirow.testing;

import java.util.function.Predicate;

/** What a test can require of a database. */
public enum Capability {
    SERVER("a server answers, beside the process of the tests", DatabaseTarget::isServer),
    EMBEDDING("statements run in the process of the tests", target -> !target.isServer()),
    PERSISTENCE(
            "a database outlives its last connection, and is open to several at once",
            DatabaseTarget::outlivesConnections),
    PRAGMAS("connections take pragmas", DatabaseTarget::takesPragmas),
    FOREIGN_KEY_NAMES("the database says which foreign key was broken", DatabaseTarget::tellsForeignKeys),
    ROW_LOCKS("a transaction locks the rows that it writes, and not the whole database", DatabaseTarget::locksRows),
    TRANSACTIONAL_DDL("a transaction that is rolled back undoes changes of tables, too", DatabaseTarget::undoesDdl),
    COMMITTED_DDL("a change of a table commits what was done before", target -> !target.undoesDdl()),
    TABLE_COPIES("a table is copied for what ALTER TABLE cannot change", target -> !target.altersTablesInPlace()),
    ABORTED_TRANSACTIONS(
            "a statement that fails aborts its transaction, which can only be rolled back then",
            DatabaseTarget::abortsTransactions),
    UPDATE_RETURNING("an UPDATE returns what the database has computed", DatabaseTarget::returnsFromUpdates),
    ROWS_IN_TURN(
            "rows whose keys the database generates are inserted one after the other, not all by one statement",
            DatabaseTarget::insertsNumberedRowsInTurn),
    NAMED_ENUM_TYPES("an enum is a type of the database with a name", DatabaseTarget::hasNamedEnumTypes),
    SCHEMAS("a database has several schemas, which a connection sees all at once", DatabaseTarget::hasSchemas),
    WEAKER_ISOLATION("transactions can be less than serializable", DatabaseTarget::hasWeakerIsolation);

    private final String sentence;
    private final Predicate<DatabaseTarget> offered;

    Capability(String sentence, Predicate<DatabaseTarget> offered) {
        this.sentence = sentence;
        this.offered = offered;
    }

    /** Whether a kind of database has it. */
    public boolean isOfferedBy(DatabaseTarget target) {
        return offered.test(target);
    }

    /** What is so on databases that have it. */
    public String sentence() {
        return sentence;
    }
}
