package dev.unirow.migrate.revision;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the models differ from what the last revisions leave, as their snapshots have it.
 *
 * @param differences of each kind of database whose snapshots were compared; an empty list where nothing differs
 * @param leftOut the kinds of databases that the last revisions have no sections for, with the reason as a part of a
 *     sentence
 * @param unknown the kinds of databases of which the snapshots do not tell what tables they have, with the reason as a
 *     part of a sentence
 */
public record SnapshotDifferences(
        Map<DatabaseKind, List<Operation>> differences,
        Map<DatabaseKind, String> leftOut,
        Map<DatabaseKind, String> unknown) {
    public SnapshotDifferences {
        differences = differences.entrySet().stream()
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> List.copyOf(entry.getValue()),
                                (one, other) -> one,
                                () -> new EnumMap<>(DatabaseKind.class)),
                        Collections::unmodifiableMap));
        leftOut = Collections.unmodifiableMap(copy(leftOut));
        unknown = Collections.unmodifiableMap(copy(unknown));
    }

    private static Map<DatabaseKind, String> copy(Map<DatabaseKind, String> reasons) {
        Map<DatabaseKind, String> copy = new EnumMap<>(DatabaseKind.class);
        copy.putAll(reasons);
        return copy;
    }

    /** The kinds of databases whose snapshots were compared. */
    public Set<DatabaseKind> compared() {
        return differences.keySet();
    }

    /** Whether snapshots were compared, all that the revisions are meant for, and nothing differs. */
    public boolean isClean() {
        return !differences.isEmpty()
                && unknown.isEmpty()
                && differences.values().stream().allMatch(List::isEmpty);
    }
}
