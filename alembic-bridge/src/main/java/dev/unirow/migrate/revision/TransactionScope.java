package dev.unirow.migrate.revision;

/** What a run undoes as a whole when it fails. */
public enum TransactionScope {
    /** The revision that failed; those before it stay. */
    REVISION,

    /**
     * All that the run did: it is one transaction, as Alembic's runs are unless told otherwise. Refused before anything
     * runs where a revision asks for no transaction, and on MariaDB where one changes tables, which commits there.
     */
    RUN
}
