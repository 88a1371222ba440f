package dev.unirow.migrate.exception;

import java.util.List;

/** One revision was asked for where there are several heads. */
public final class MultipleHeadsException extends MigrationException {
    private final List<String> heads;

    private MultipleHeadsException(String message, List<String> heads) {
        super(message);
        this.heads = List.copyOf(heads);
    }

    /** An identifier names several heads. */
    public static MultipleHeadsException ofArgument(String argument, List<String> heads) {
        return new MultipleHeadsException(
                "Multiple head revisions are present for given argument '%1$s'; please specify a specific target revision, '<branchname>@%1$s' to narrow to a specific head, or 'heads' for all heads"
                        .formatted(argument),
                heads);
    }

    /** A new revision was to follow the head. */
    public static MultipleHeadsException ofNewRevision(List<String> heads) {
        return new MultipleHeadsException(
                "Multiple heads are present; please specify the head revision on which the new revision should be based, or perform a merge.",
                heads);
    }

    /** A database was to be stamped with the head. */
    public static MultipleHeadsException ofStamp(List<String> heads) {
        return new MultipleHeadsException("Multiple heads are present; please specify a single target revision", heads);
    }

    public List<String> heads() {
        return heads;
    }
}
