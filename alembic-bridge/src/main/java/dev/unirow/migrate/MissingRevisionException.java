package dev.unirow.migrate;

/** A revision names a parent or a dependency that no file has. */
public final class MissingRevisionException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String missing;
    private final String referrer;

    MissingRevisionException(String missing, Revision referrer) {
        super("Revision " + missing + " referenced from " + referrer.id() + " is not present");
        this.missing = missing;
        this.referrer = referrer.id();
    }

    public String missing() {
        return missing;
    }

    public String referrer() {
        return referrer;
    }
}
