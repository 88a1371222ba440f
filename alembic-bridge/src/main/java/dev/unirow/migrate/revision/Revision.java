package dev.unirow.migrate.revision;

import dev.unirow.migrate.exception.InvalidRevisionException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision as its file's header states it: a point in the graph, without what it does to a database.
 *
 * @param id 12 hexadecimal digits unless somebody chose otherwise
 * @param downRevisions what it follows: none for a base, several for a merge
 * @param branchLabels the labels given here; a label covers the whole branch, see {@link RevisionGraph#branchLabels}
 * @param dependsOn identifiers or branch labels that must be applied first without being followed
 * @param description what {@code show} prints; its first paragraph is the {@link #message}
 * @param path where it was read, null for a revision that is not a file
 */
public record Revision(
        String id,
        List<String> downRevisions,
        List<String> branchLabels,
        List<String> dependsOn,
        String description,
        @Nullable Path path) {
    private static final String RESERVED = "+-:@";

    /** @throws InvalidRevisionException when the identifier holds one of {@code @ - + :} */
    public Revision {
        downRevisions = List.copyOf(downRevisions);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        requireFreeOfReserved(id);
        branchLabels.forEach(Revision::requireFreeOfReserved);
    }

    /** A revision without labels, dependencies and file. */
    public static Revision of(String id, String message, String... downRevisions) {
        return new Revision(id, List.of(downRevisions), List.of(), List.of(), message, null);
    }

    /** The first paragraph of the description, which lists print. */
    public String message() {
        int end = description.indexOf("\n\n");
        return end < 0 ? description : description.substring(0, end);
    }

    public boolean isBase() {
        return downRevisions.isEmpty();
    }

    public boolean isMergePoint() {
        return downRevisions.size() > 1;
    }

    /** What failures name; the identifier for a revision that is not a file. */
    public Path file() {
        return path == null ? Path.of(id) : path;
    }

    private static void requireFreeOfReserved(String name) {
        String found = RESERVED.chars()
                .filter(character -> name.indexOf(character) >= 0)
                .mapToObj(Character::toString)
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
        if (!found.isEmpty()) {
            throw InvalidRevisionException.ofCharacters(name, found);
        }
    }
}
