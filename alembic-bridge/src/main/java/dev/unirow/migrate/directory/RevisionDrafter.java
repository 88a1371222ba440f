package dev.unirow.migrate.directory;

import dev.unirow.migrate.exception.InvalidRevisionException;
import dev.unirow.migrate.exception.InvalidTargetException;
import dev.unirow.migrate.exception.MultipleHeadsException;
import dev.unirow.migrate.internal.script.RevisionHeader;
import dev.unirow.migrate.internal.script.RevisionName;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the place of a new revision in the graph. */
final class RevisionDrafter {
    private static final String NO_MESSAGE = "empty message";
    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private final RevisionGraph graph;
    private final Path home;
    private final Instant now;

    RevisionDrafter(RevisionGraph graph, Path home, Instant now) {
        this.graph = graph;
        this.home = home;
        this.now = now;
    }

    /**
     * Leaves the destructive marks and the sections to the caller.
     *
     * @throws MultipleHeadsException when {@code head} is several
     * @throws InvalidTargetException when it would branch off without {@code splice}
     * @throws InvalidRevisionException when the chosen id or a label is taken
     */
    RevisionHeader draft(NewRevision wanted) {
        String id = wanted.id();
        id = id == null ? RevisionName.randomId() : RevisionName.requireId(id);
        wanted.branchLabels().forEach(RevisionName::requireName);
        List<String> parents = parents(wanted);
        List<String> dependencies = new ArrayList<>();
        wanted.dependsOn().forEach(name -> dependencies.addAll(dependency(name)));
        String message =
                wanted.message().isBlank() ? NO_MESSAGE : wanted.message().strip();
        String created = CREATED.format(now);
        Revision revision = new Revision(
                id,
                parents,
                wanted.branchLabels(),
                dependencies,
                RevisionHeader.description(message, id, parents, created),
                home.resolve(RevisionName.fileName(id, wanted.message())));
        requireFits(revision);
        return new RevisionHeader(revision, message, created, List.of(), true, false, 0);
    }

    private List<String> parents(NewRevision wanted) {
        Set<Revision> parents = new LinkedHashSet<>();
        for (String head : wanted.heads()) {
            for (Revision parent : head(head)) {
                if (!parents.add(parent)) {
                    throw InvalidTargetException.of("Duplicate head revisions specified");
                }
                if (!wanted.splice() && !graph.isHead(parent)) {
                    throw InvalidTargetException.ofFollowed(parent.id());
                }
            }
        }
        return parents.stream().map(Revision::id).toList();
    }

    private List<Revision> head(String identifier) {
        try {
            return identifier.equals("heads") ? graph.heads() : graph.resolve(identifier);
        } catch (MultipleHeadsException several) {
            throw MultipleHeadsException.ofNewRevision(several.heads());
        }
    }

    /** A branch label stays one, so that it goes on to mean the branch. */
    private List<String> dependency(String name) {
        boolean label = graph.revisions().stream()
                .anyMatch(revision -> revision.branchLabels().contains(name));
        return label
                ? List.of(name)
                : graph.resolve(name).stream().map(Revision::id).toList();
    }

    private void requireFits(Revision revision) {
        List<Revision> all = new ArrayList<>(graph.revisions());
        all.add(revision);
        RevisionGraph unused = RevisionGraph.of(all);
    }
}
