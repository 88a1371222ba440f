package dev.unirow.migrate.revision;

import dev.unirow.migrate.exception.RevisionFailedException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One revision to apply or take back, or a stamp, with what it does to the version rows.
 *
 * @param revision null for a stamp, which runs no statements
 * @param from what the log names as left behind; empty for the base
 * @param to what the log names as reached; empty for the base
 * @param changes in the order in which they are to be made
 */
public record MigrationStep(
        Kind kind, @Nullable Revision revision, List<String> from, List<String> to, List<VersionChange> changes) {
    /** Which section of a revision file runs, if any. */
    public enum Kind {
        UPGRADE,
        DOWNGRADE,
        STAMP
    }

    public MigrationStep {
        from = List.copyOf(from);
        to = List.copyOf(to);
        changes = List.copyOf(changes);
    }

    /** What failures tell of it. */
    public RevisionFailedException.Step underWay() {
        return new RevisionFailedException.Step(
                toString(),
                revision == null ? null : revision.id(),
                from,
                to,
                revision == null ? null : revision.path());
    }

    /** As the log has it: {@code upgrade a -> b, message}; either side is empty for the base. */
    @Override
    public String toString() {
        String verb = kind == Kind.STAMP ? "stamp_revision" : kind.name().toLowerCase(Locale.ROOT);
        String line = verb + " " + String.join(", ", from) + " -> " + String.join(", ", to);
        return revision == null || revision.message().isEmpty() ? line : line + ", " + revision.message();
    }
}
