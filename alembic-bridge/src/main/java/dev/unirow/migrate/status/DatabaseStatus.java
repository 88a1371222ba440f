package dev.unirow.migrate.status;

/** How a database stands to the revisions. */
public enum DatabaseStatus {
    /** All revisions are applied; where there are none, the tables are what the models ask for. */
    UP_TO_DATE("all revisions are applied", "Nothing needs to be done."),

    /** Revisions wait to be applied. */
    UPGRADE_AVAILABLE("there are revisions that are not applied", "Upgrade it."),

    /** Neither a version nor a table of the models: a new database. */
    NO_INFO("it is empty", "Create or upgrade it."),

    /** There are no revision files, and tables of the models are missing while others are there. */
    INCOMPLETE("tables of the models are missing, and there are no revisions", "Create or sync it, which makes them."),

    /**
     * Newer code was here: its version is not among the files, and it has all of them applied, or all that the models
     * ask for and more.
     */
    AHEAD(
            "newer code has migrated it, to a version that is not among the files",
            "Take the revision files from where it was migrated."),

    /** It has a version that is not among the files, and nothing tells that it is a newer one. */
    UNKNOWN_REVISION("its version is not among the files", "Take the revision files from where it was migrated."),

    /**
     * The files have several heads, and not all are applied, or the version table has rows that follow one another:
     * which one is meant cannot be known.
     */
    DIVERGED("the revisions have several heads, and not all are applied", "Merge the heads, or upgrade to 'heads'."),

    /**
     * Tables of the models but no version: somebody made them without migrations. Where there are no revision files,
     * tables that differ from the models, which {@link dev.unirow.migrate.Migrations#standing} names.
     */
    UNMANAGED("it has tables but no version", "Stamp it with the revision that its tables are at."),

    /**
     * A revision, or the creation of all tables, stopped half-way. Only on MariaDB: the others undo a revision that
     * fails.
     */
    INTERRUPTED(
            "a revision, or the creation of all tables, stopped half-way",
            "Run the same again, which goes on where it stopped, or finish it by hand and stamp it.");

    private final String meaning;
    private final String remedy;

    DatabaseStatus(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** In words, without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** What a person does about it, as a sentence. */
    public String remedy() {
        return remedy;
    }
}
