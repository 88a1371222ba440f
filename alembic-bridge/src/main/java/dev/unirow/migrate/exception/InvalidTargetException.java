package dev.unirow.migrate.exception;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for does not name one place that can be reached from where the database, the range or the new revision
 * stands.
 */
public final class InvalidTargetException extends MigrationException {
    private final @Nullable String identifier;
    private final List<String> candidates;

    private InvalidTargetException(String message, @Nullable String identifier, List<String> candidates) {
        super(message);
        this.identifier = identifier;
        this.candidates = List.copyOf(candidates);
    }

    private InvalidTargetException(String message, @Nullable String identifier) {
        this(message, identifier, List.of());
    }

    /** A destination does not lie below what is applied. */
    public static InvalidTargetException ofDowngrade(String target) {
        return new InvalidTargetException(
                "Destination " + target + " is not a valid downgrade target from current head(s)", target);
    }

    /** Nothing that is applied lies on the branch. */
    public static InvalidTargetException ofBranchDowngrade() {
        return of("Not a valid downgrade target from current heads");
    }

    /** The ends of a range do not lie on one line. */
    public static InvalidTargetException ofRange(String start, String end) {
        return new InvalidTargetException(
                "Requested range "
                        + start
                        + ":"
                        + end
                        + " does not refer to ancestor/descendant revisions along the same branch",
                start + ":" + end);
    }

    /** A revision does not lie on the branch that it was asked for on. */
    public static InvalidTargetException ofBranch(String revision, String branch) {
        return new InvalidTargetException(
                "Revision " + revision + " is not a member of branch '" + branch + "'", revision);
    }

    /** What was given is not a range. */
    public static InvalidTargetException ofHistoryRange() {
        return of("History range requires [start]:[end], [start]:, or :[end]");
    }

    /** A relative identifier leads out of the graph. */
    public static InvalidTargetException ofSteps(String relative) {
        return new InvalidTargetException(
                "Relative revision " + relative + " didn't produce " + relative.substring(1) + " migrations", relative);
    }

    /** A walk from a revision leads out of the graph. */
    public static InvalidTargetException walkedTooFar() {
        return of("Walked too far");
    }

    /** A relative step came to a place where more than one revision follows. */
    public static InvalidTargetException ofAmbiguousWalk() {
        return of("Ambiguous walk");
    }

    /** A relative upgrade has several revisions to start from. */
    public static InvalidTargetException ofAmbiguousUpgrade(List<String> starts) {
        return new InvalidTargetException("Ambiguous upgrade from multiple current revisions", null, starts);
    }

    /** A relative downgrade has several revisions to start from. */
    public static InvalidTargetException ofAmbiguousDowngrade(String relative, List<String> starts) {
        return new InvalidTargetException(
                "Ambiguous downgrade %s from multiple current revisions: %s; "
                                .formatted(relative, String.join(", ", starts))
                        + "name the branch as in '<branchname>@" + relative + "', or the revision to go down to",
                relative,
                starts);
    }

    /** A shortened identifier fits more than one revision. The message shows three of them. */
    public static InvalidTargetException ofAmbiguousIdentifier(String identifier, List<String> candidates) {
        return new InvalidTargetException(
                "Multiple revisions start with '%s': %s..."
                        .formatted(
                                identifier,
                                candidates.stream()
                                        .limit(3)
                                        .map(candidate -> "'" + candidate + "'")
                                        .collect(Collectors.joining(", "))),
                identifier,
                candidates);
    }

    /** A new revision was to follow one that has a follower already. */
    public static InvalidTargetException ofFollowed(String revision) {
        return new InvalidTargetException(
                "Revision "
                        + revision
                        + " is not a head revision; please specify --splice to create a new branch from this revision",
                revision);
    }

    /** For what has no name of its own. */
    public static InvalidTargetException of(String message) {
        return new InvalidTargetException(message, null);
    }

    /** What was asked for, or the part of it that is at fault; null where the message names none. */
    public @Nullable String identifier() {
        return identifier;
    }

    /**
     * Where it was ambiguous, what could be meant, in the order of the graph: the revisions and branch labels that a
     * shortened identifier fits, or the revisions that a relative one could start from. Empty otherwise.
     */
    public List<String> candidates() {
        return candidates;
    }
}
