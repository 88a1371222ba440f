package dev.unirow.migrate.exception;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision cannot be a part of the graph: its identifier is not a valid one or is taken, it names a parent or a
 * dependency that is not there, or it follows itself.
 */
public final class InvalidRevisionException extends MigrationException {
    private final String identifier;
    private final List<String> revisions;

    private InvalidRevisionException(String message, String identifier, List<String> revisions) {
        super(message);
        this.identifier = identifier;
        this.revisions = List.copyOf(revisions);
    }

    /**
     * An identifier, or a label, holds characters that the command line gives a meaning to or a file's name cannot
     * have.
     */
    public static InvalidRevisionException ofCharacters(String identifier, String characters) {
        return new InvalidRevisionException(
                "Character(s) '%s' not allowed in revision identifier '%s'".formatted(characters, identifier),
                identifier,
                List.of());
    }

    /** An identifier does not fit the version table. */
    public static InvalidRevisionException ofLength(String identifier, int limit) {
        return new InvalidRevisionException(
                "Revision identifier '%s' has %d characters; the version table holds %d at most. Choose a shorter one."
                        .formatted(identifier, identifier.length(), limit),
                identifier,
                List.of());
    }

    /** Two revisions carry one identifier; the files are named when both are known. */
    public static InvalidRevisionException ofDuplicate(String identifier, @Nullable Path first, @Nullable Path second) {
        String where = first == null || second == null ? "" : " (in " + first + " and in " + second + ")";
        return new InvalidRevisionException(
                "Revision " + identifier + " is present more than once" + where, identifier, List.of(identifier));
    }

    /** A branch label is taken: by another revision, or as its identifier. */
    public static InvalidRevisionException ofDuplicateLabel(String label, String second, String first) {
        return new InvalidRevisionException(
                "Branch name '%s' in revision %s already used by revision %s".formatted(label, second, first),
                label,
                List.of(first, second));
    }

    /** A revision names a parent or a dependency that no file has. */
    public static InvalidRevisionException ofMissing(String missing, String referrer) {
        return new InvalidRevisionException(
                "Revision " + missing + " referenced from " + referrer + " is not present", missing, List.of(referrer));
    }

    /**
     * Revisions follow, or depend on, one another in a cycle.
     *
     * @param kind in Alembic's words, as {@code Dependency cycle}
     * @param revisions at least one
     */
    public static InvalidRevisionException ofCycle(String kind, List<String> revisions) {
        return new InvalidRevisionException(
                kind + " is detected in revisions (" + String.join(", ", revisions) + ")", revisions.get(0), revisions);
    }

    /** The identifier or the label that is not valid, is there twice or is missing; the first one of a cycle. */
    public String identifier() {
        return identifier;
    }

    /**
     * The identifiers of those that carry it, that refer to what is missing, or that form the cycle; empty for one that
     * is not valid in itself.
     */
    public List<String> revisions() {
        return revisions;
    }
}
