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
 */
public record DatabaseStanding(DatabaseStatus status, List<Operation> differences) {
    public DatabaseStanding {
        differences = List.copyOf(differences);
    }

    public static DatabaseStanding of(DatabaseStatus status) {
        return new DatabaseStanding(status, List.of());
    }

    /** In words, with what differs, without a full stop. */
    public String meaning() {
        String found = differences.stream().map(Operation::description).collect(Collectors.joining("; "));
        if (differences.isEmpty()) {
            return status.meaning();
        }
        return status.meaning()
                + (status == DatabaseStatus.UNMANAGED ? ", and they are not what the models ask for: " : ": ")
                + found;
    }

    /** What a person does about it. */
    public String remedy() {
        return status == DatabaseStatus.UNMANAGED && !differences.isEmpty()
                ? "Write the tables down as they are, as a 'baseline' in the folder of revisions that 'init' makes;"
                        + " then 'make' a revision of the difference and apply it."
                : status.remedy();
    }

    public UnexpectedStatusException refusal(String command) {
        return new UnexpectedStatusException(command, status.name(), meaning(), remedy(), differences);
    }
}
