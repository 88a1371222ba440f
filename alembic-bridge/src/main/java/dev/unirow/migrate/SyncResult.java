package dev.unirow.migrate;

/** What {@link Migrations#sync()} did. */
public enum SyncResult {
    ALREADY_UP_TO_DATE,

    /** Made all tables from the models and stamped the heads; no revision was run. */
    CREATED,

    UPGRADED
}
