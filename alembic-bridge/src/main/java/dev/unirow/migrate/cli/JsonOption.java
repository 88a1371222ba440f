package dev.unirow.migrate.cli;

import dev.unirow.migrate.internal.json.RevisionItem;
import dev.unirow.migrate.internal.json.RevisionsDocument;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For programs that read what a command prints. */
final class JsonOption {
    static final String NAME = "--json";

    @Option(names = NAME, description = "print one JSON document instead of lines; a failure is one on standard error")
    private boolean asked;

    boolean isAsked() {
        return asked;
    }

    /** @param versions where the database is; null where it was not asked */
    void print(Console console, RevisionGraph graph, List<Revision> revisions, @Nullable Collection<String> versions) {
        Set<String> current = versions == null ? null : Set.copyOf(versions);
        console.answer(new RevisionsDocument(
                revisions.stream()
                        .map(revision -> RevisionItem.of(graph, revision, current))
                        .toList(),
                console.warnings()));
    }
}
