package dev.unirow.migrate.status;

import dev.unirow.migrate.exception.UnexpectedStatusException;
import dev.unirow.schema.Operation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a database stands to the revisions; without revision files, to the models.
 *
 * @param differences what the tables of the models lack, where that is the reason for the status: without revision
 *     files, for {@link DatabaseStatus#INCOMPLETE} and {@link DatabaseStatus#UNMANAGED}
 * @param covered rows of the version table that another row follows, where that is the reason for
 *     {@link DatabaseStatus#DIVERGED}
 */
public record DatabaseStanding(DatabaseStatus status, List<Operation> differences, List<String> covered) {
    public DatabaseStanding {
        differences = List.copyOf(differences);
        covered = List.copyOf(covered);
    }

    public DatabaseStanding(DatabaseStatus status, List<Operation> differences) {
        this(status, differences, List.of());
    }

    public static DatabaseStanding of(DatabaseStatus status) {
        return new DatabaseStanding(status, List.of());
    }

    /** One whose version table has rows of one line; only one of them can be right. */
    public static DatabaseStanding ofCovered(List<String> covered) {
        return new DatabaseStanding(DatabaseStatus.DIVERGED, List.of(), covered);
    }

    /** In words, with what differs, without a full stop. */
    public String meaning() {
        String found = differences.stream().map(Operation::description).collect(Collectors.joining("; "));
        if (!covered.isEmpty()) {
            return "its version table has several rows of one line, and other rows follow '"
                    + String.join("', '", covered) + "'";
        }
        if (differences.isEmpty()) {
            return status.meaning();
        }
        return status.meaning()
                + (status == DatabaseStatus.UNMANAGED ? ", and they are not what the models ask for: " : ": ")
                + found;
    }

    /** What a person does about it. */
    public String remedy() {
        if (!covered.isEmpty()) {
            return "Stamp it with the revision that its tables are at.";
        }
        return status == DatabaseStatus.UNMANAGED && !differences.isEmpty()
                ? "Write the tables down as they are, as a 'baseline' in the folder of revisions that 'init' makes;"
                        + " then 'make' a revision of the difference and apply it."
                : status.remedy();
    }

    public UnexpectedStatusException refusal(String command) {
        return new UnexpectedStatusException(command, status.name(), meaning(), remedy(), differences, covered);
    }
}
