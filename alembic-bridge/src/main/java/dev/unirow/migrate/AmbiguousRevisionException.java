package dev.unirow.migrate;

import java.util.List;
import java.util.stream.Collectors;

/** A shortened identifier fits more than one revision. */
public final class AmbiguousRevisionException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String identifier;
    private final List<String> candidates;

    AmbiguousRevisionException(String identifier, List<String> candidates) {
        super("Multiple revisions start with '%s': %s..."
                .formatted(
                        identifier,
                        candidates.stream()
                                .limit(3)
                                .map(candidate -> "'" + candidate + "'")
                                .collect(Collectors.joining(", "))));
        this.identifier = identifier;
        this.candidates = List.copyOf(candidates);
    }

    public String identifier() {
        return identifier;
    }

    /** All revisions and branch labels that fit, in the order of the graph; the message shows three. */
    public List<String> candidates() {
        return candidates;
    }
}
