package dev.unirow.migrate;

/** A revision identifier holds characters that identifiers on the command line give a meaning to, or does not fit the version table. */
public final class InvalidRevisionIdException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String identifier;

    private InvalidRevisionIdException(String identifier, String message) {
        super(message);
        this.identifier = identifier;
    }

    static InvalidRevisionIdException ofCharacters(String identifier, String characters) {
        return new InvalidRevisionIdException(
                identifier,
                "Character(s) '%s' not allowed in revision identifier '%s'".formatted(characters, identifier));
    }

    static InvalidRevisionIdException ofLength(String identifier, int limit) {
        return new InvalidRevisionIdException(
                identifier,
                "Revision identifier '%s' has %d characters; the version table holds %d at most. Choose a shorter one."
                        .formatted(identifier, identifier.length(), limit));
    }

    public String identifier() {
        return identifier;
    }
}
