package dev.unirow.migrate.exception;

import dev.unirow.schema.Operation;
import java.util.List;

/** The database is in a state out of which no step is safe to choose without a person. */
public final class UnexpectedStatusException extends MigrationException {
    private final String status;
    private final List<Operation> differences;
    private final List<String> covered;
    private final String remedy;

    /**
     * Names the command that was refused, and the state.
     *
     * @param status the name of the status
     * @param meaning in words, without a full stop
     * @param remedy what a person does about it, as a sentence
     * @param differences what the tables of the models lack, where that is the reason
     * @param covered rows of the version table that another row follows, where that is the reason
     */
    public UnexpectedStatusException(
            String command,
            String status,
            String meaning,
            String remedy,
            List<Operation> differences,
            List<String> covered) {
        super("'%s' was refused, and nothing was changed: the database is %s, which means that %s. %s"
                .formatted(command, status, meaning, remedy));
        this.status = status;
        this.remedy = remedy;
        this.differences = List.copyOf(differences);
        this.covered = List.copyOf(covered);
    }

    /** The name of the {@code DatabaseStatus}. */
    public String status() {
        return status;
    }

    /** Rows of the version table that another row follows, where that is the reason for the status. */
    public List<String> covered() {
        return covered;
    }

    /** What a person does about it; the end of the message. */
    public String remedy() {
        return remedy;
    }

    /** What the tables of the models lack, where that is the reason for the status. */
    public List<Operation> differences() {
        return differences;
    }
}
