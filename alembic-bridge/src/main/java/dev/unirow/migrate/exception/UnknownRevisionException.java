package dev.unirow.migrate.exception;

/** No revision and no branch goes by the given name. */
public final class UnknownRevisionException extends MigrationException {
    private final String identifier;

    /** Names what was looked for. */
    public UnknownRevisionException(String identifier) {
        super("Can't locate revision identified by '" + identifier + "'");
        this.identifier = identifier;
    }

    public String identifier() {
        return identifier;
    }
}
