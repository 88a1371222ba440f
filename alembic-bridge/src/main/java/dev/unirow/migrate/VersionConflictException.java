package dev.unirow.migrate;

import java.util.Collection;
import java.util.stream.Collectors;

/** The version table did not hold the row that a step was to change: somebody else has migrated meanwhile. */
public final class VersionConflictException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final long found;

    VersionConflictException(String change, String table, long found) {
        super("Online migration expected to match one row when %s in '%s'; %d found".formatted(change, table, found));
        this.found = found;
    }

    private VersionConflictException(String message) {
        super(message);
        this.found = 0;
    }

    static VersionConflictException ofRows(Collection<String> expected, Collection<String> found) {
        return new VersionConflictException(
                "The version of the database is %s where %s was expected: somebody else has migrated it meanwhile."
                        .formatted(names(found), names(expected)));
    }

    private static String names(Collection<String> versions) {
        return versions.isEmpty()
                ? "<base>"
                : "'" + versions.stream().sorted().collect(Collectors.joining("', '")) + "'";
    }

    /** How many rows matched. */
    public long found() {
        return found;
    }
}
