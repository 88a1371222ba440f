package dev.unirow.migrate;

/** A new revision was to follow one that has a follower already. */
public final class NotAHeadException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String revision;

    NotAHeadException(String revision) {
        super("Revision "
                + revision
                + " is not a head revision; please specify --splice to create a new branch from this revision");
        this.revision = revision;
    }

    public String revision() {
        return revision;
    }
}
