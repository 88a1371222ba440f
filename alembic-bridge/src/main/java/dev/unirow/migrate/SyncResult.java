package dev.unirow.migrate;

/** What {@link Migrations#sync()} did. */
public enum SyncResult {
    ALREADY_UP_TO_DATE,

    /**
     * Made all tables of a new database from the models and stamped the heads, or, without revisions, those that were
     * missing; no revision was run.
     */
    CREATED,

    UPGRADED
}
