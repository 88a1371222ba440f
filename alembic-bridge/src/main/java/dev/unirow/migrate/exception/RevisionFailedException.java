package dev.unirow.migrate.exception;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a revision failed. In a transaction, as revisions are run unless they say otherwise, the database is as it
 * was before that revision, or before the run if that is one transaction. On MariaDB, which commits each change of a
 * table at once, a revision with such changes stays half-way; the same run goes on there, and the status
 * {@code INTERRUPTED} tells of it.
 */
public final class RevisionFailedException extends MigrationException {
    private final transient Step step;
    private final int line;
    private final @Nullable String statement;

    private RevisionFailedException(
            Step step, int line, @Nullable String statement, String problem, @Nullable Throwable cause) {
        super("Could not run " + step + place(step, line) + ": " + problem, cause);
        this.step = step;
        this.line = line;
        this.statement = statement;
    }

    /**
     * The step that was under way.
     *
     * @param description as the log has it: {@code upgrade a -> b, message}
     * @param revision its identifier; null for a stamp
     * @param from what the log names as left behind; empty for the base
     * @param to what the log names as reached; empty for the base
     * @param file where the revision was read; null for one that is not a file
     */
    public record Step(
            String description,
            @Nullable String revision,
            List<String> from,
            List<String> to,
            @Nullable Path file) {
        public Step {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        @Override
        public String toString() {
            return description;
        }
    }

    /** What has become of the statements before the one that failed. */
    public enum Aftermath {
        /** They were rolled back. */
        UNDONE(" The database is as it was before this revision."),

        /** They were rolled back, with the revisions before this one: the run is one transaction. */
        RUN_UNDONE(" The database is as it was before this run."),

        /** They were committed one by one, and the same run goes on behind them. */
        RESUMABLE(
                " What stands before it has run and stays, for MariaDB commits each change of a table at once. Mend what is in the way, in the file from that line on"
                        + " or in the database, and run the same again: it goes on there."),

        /** They were done outside a transaction. */
        DONE(
                " It runs outside a transaction: what stood before the failure was done, and the version was not written.");

        private final String sentence;

        Aftermath(String sentence) {
            this.sentence = sentence;
        }
    }

    /** A statement of the file failed. */
    public static RevisionFailedException ofStatement(
            Step step, int line, String statement, Aftermath aftermath, Throwable cause) {
        return ofStatement(step, line, statement, null, aftermath, cause);
    }

    /**
     * A statement of the file failed.
     *
     * @param unique the name of the unique constraint that it broke, where the database tells its columns alone
     */
    public static RevisionFailedException ofStatement(
            Step step, int line, String statement, @Nullable String unique, Aftermath aftermath, Throwable cause) {
        return new RevisionFailedException(
                step,
                line,
                statement,
                FailureSentence.of(statement, unique, cause) + aftermath.sentence + "\n" + statement,
                cause);
    }

    /**
     * A step in Java cannot be found or made; nothing has run.
     *
     * @param problem why, as a clause
     */
    public static RevisionFailedException ofCall(Step step, int line, String call, String problem, Throwable cause) {
        return new RevisionFailedException(
                step,
                line,
                null,
                "'-- call " + call + "' cannot be run, because " + problem + ". Nothing was changed.",
                cause);
    }

    /** A step in Java failed. */
    public static RevisionFailedException ofCallFailure(
            Step step, int line, String call, Aftermath aftermath, Throwable cause) {
        return new RevisionFailedException(
                step,
                line,
                null,
                "'" + call + "' failed. " + FailureSentence.point(FailureSentence.told(cause)) + aftermath.sentence,
                cause);
    }

    /**
     * A table that is to be copied has other columns than those that the copy was written for; none were found when
     * there is no such table.
     */
    public static RevisionFailedException ofBatch(
            Step step, int line, String table, List<String> columns, List<String> found, Aftermath aftermath) {
        String there = found.isEmpty() ? "there is no such table" : "it has the columns " + String.join(", ", found);
        return new RevisionFailedException(
                step,
                line,
                null,
                "the batch was written for the table '%s' with the columns %s, but %s. Copying it would lose data: write the batch anew."
                                .formatted(table, String.join(", ", columns), there)
                        + aftermath.sentence,
                null);
    }

    /** Rows of these tables would refer to none. */
    public static RevisionFailedException ofReferences(Step step, List<String> broken, Aftermath aftermath) {
        return new RevisionFailedException(
                step,
                0,
                null,
                "rows of '" + String.join("', '", broken) + "' would refer to rows that are not there."
                        + aftermath.sentence,
                null);
    }

    /** SQLite went on to check foreign keys. */
    public static RevisionFailedException ofPragma(Step step) {
        return new RevisionFailedException(
                step,
                0,
                null,
                "foreign keys could not be switched off, and copying a table would delete the rows that refer to it. Nothing was changed.",
                null);
    }

    /**
     * The run was to be one transaction, which this step cannot be a part of; nothing has run.
     *
     * @param problem as a clause, and what to do instead
     */
    public static RevisionFailedException ofOneTransaction(Step step, String problem) {
        return new RevisionFailedException(step, 0, null, problem + " Nothing was changed.", null);
    }

    /** The version rows could not be changed. */
    public static RevisionFailedException ofVersion(Step step, Aftermath aftermath, Throwable cause) {
        return new RevisionFailedException(
                step,
                0,
                null,
                "the version could not be written. " + FailureSentence.of("", cause) + aftermath.sentence,
                cause);
    }

    /** On MariaDB the table that keeps how far a step has come could not be made. */
    public static RevisionFailedException ofProgress(Step step, String table, Throwable cause) {
        return new RevisionFailedException(
                step,
                0,
                null,
                "the table '" + table + "', which keeps how far it has come, could not be made. "
                        + FailureSentence.of("", cause) + Aftermath.UNDONE.sentence,
                cause);
    }

    /** All has run, and the transaction could not be committed. */
    public static RevisionFailedException ofCommit(Step step, Aftermath aftermath, Throwable cause) {
        return new RevisionFailedException(
                step,
                0,
                null,
                "it could not be committed. " + FailureSentence.of("", cause) + aftermath.sentence,
                cause);
    }

    private static String place(Step step, int line) {
        Path file = step.file();
        if (file == null) {
            return "";
        }
        return " (" + file + (line > 0 ? ", line " + line : "") + ")";
    }

    /** The step that was under way. */
    public Step step() {
        return step;
    }

    /** In the revision's file, counted from 1; 0 where the failure belongs to no line. */
    public int line() {
        return line;
    }

    /** Null where what failed is no statement of the file. */
    public @Nullable String statement() {
        return statement;
    }

    /**
     * In what words the database refused a statement. They may quote values of rows, and the message has them where
     * they do not. Null where no statement was refused.
     */
    public @Nullable String databaseWords() {
        return DatabaseAnswer.in(getCause()).map(DatabaseAnswer::withState).orElse(null);
    }
}
