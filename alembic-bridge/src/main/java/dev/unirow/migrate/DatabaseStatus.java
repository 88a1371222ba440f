package dev.unirow.migrate;

/** How a database stands to the revisions. */
public enum DatabaseStatus {
    /** All revisions are applied. */
    UP_TO_DATE("all revisions are applied"),

    /** Revisions wait to be applied. */
    UPGRADE_AVAILABLE("there are revisions that are not applied"),

    /** Neither a version nor a table of the models: a new database. */
    NO_INFO("it is empty"),

    /** All revisions are applied, and one more that is not among the files: newer code was here. */
    AHEAD("all revisions are applied, and others that are not among the files"),

    /** It has a version that is not among the files: of newer code, or of another branch. */
    UNKNOWN_REVISION("its version is not among the files"),

    /** The files have several heads, and not all are applied: which one is meant cannot be known. */
    DIVERGED("the revisions have several heads, and not all are applied"),

    /** Tables of the models but no version: somebody made them without migrations. */
    UNMANAGED("it has tables but no version"),

    /** A revision stopped half-way. Not on PostgreSQL and SQLite, which undo a revision that fails. */
    INTERRUPTED("a revision stopped half-way");

    private final String meaning;

    DatabaseStatus(String meaning) {
        this.meaning = meaning;
    }

    /** In words, without a full stop. */
    public String meaning() {
        return meaning;
    }
}
