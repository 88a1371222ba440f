package dev.unirow.migrate;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a revision failed. In a transaction, as revisions are run unless they say otherwise, the database is as it was before that revision. On MariaDB, which
 * commits each change of a table at once, a revision with such changes stays half-way; the same run goes on there, and {@link DatabaseStatus#INTERRUPTED} tells of it.
 */
public final class RevisionFailedException extends MigrationException {

    private static final long serialVersionUID = 1L;
    static final String UNDONE = " The database is as it was before this revision.";

    static final String RESUMABLE =
            " What stands before it has run and stays, for MariaDB commits each change of a table at once. Mend what is in the way, in the file from that line on"
                    + " or in the database, and run the same again: it goes on there.";

    private final transient MigrationStep step;
    private final int line;
    private final @Nullable String statement;

    private RevisionFailedException(
            MigrationStep step, int line, @Nullable String statement, String problem, @Nullable Throwable cause) {
        super("Could not run " + step + place(step, line) + ": " + problem, cause);
        this.step = step;
        this.line = line;
        this.statement = statement;
    }

    static RevisionFailedException ofStatement(PreparedStep prepared, ScriptItem.Statement statement, Throwable cause) {
        return ofStatement(prepared, statement, aftermath(prepared), cause);
    }

    /** @param aftermath what has become of the statements before it: a sentence behind a space */
    static RevisionFailedException ofStatement(
            PreparedStep prepared, ScriptItem.Statement statement, String aftermath, Throwable cause) {
        return new RevisionFailedException(
                prepared.step(),
                statement.line(),
                statement.sql(),
                sentence(cause) + aftermath + "\n" + statement.sql(),
                cause);
    }

    static RevisionFailedException ofCall(MigrationStep step, ScriptItem.Call call, String problem, Throwable cause) {
        return new RevisionFailedException(
                step,
                call.line(),
                null,
                "'-- call " + call.className() + "' cannot be run, because " + problem + ". Nothing was changed.",
                cause);
    }

    static RevisionFailedException ofCallFailure(PreparedStep prepared, ScriptItem.Call call, Throwable cause) {
        return ofCallFailure(prepared, call, aftermath(prepared), cause);
    }

    static RevisionFailedException ofCallFailure(
            PreparedStep prepared, ScriptItem.Call call, String aftermath, Throwable cause) {
        return new RevisionFailedException(
                prepared.step(),
                call.line(),
                null,
                "'" + call.className() + "' failed. " + sentence(cause) + aftermath,
                cause);
    }

    static RevisionFailedException ofBatch(PreparedStep prepared, ScriptItem.Batch batch, List<String> found) {
        String there = found.isEmpty() ? "there is no such table" : "it has the columns " + String.join(", ", found);
        return new RevisionFailedException(
                prepared.step(),
                batch.line(),
                null,
                "the batch was written for the table '%s' with the columns %s, but %s. Copying it would lose data: write the batch anew."
                                .formatted(batch.table(), String.join(", ", batch.columns()), there)
                        + UNDONE,
                null);
    }

    static RevisionFailedException ofReferences(PreparedStep prepared, List<String> broken) {
        return new RevisionFailedException(
                prepared.step(),
                0,
                null,
                "rows of '" + String.join("', '", broken) + "' would refer to rows that are not there." + UNDONE,
                null);
    }

    static RevisionFailedException ofPragma(PreparedStep prepared) {
        return new RevisionFailedException(
                prepared.step(),
                0,
                null,
                "foreign keys could not be switched off, and copying a table would delete the rows that refer to it. Nothing was changed.",
                null);
    }

    static RevisionFailedException ofVersion(PreparedStep prepared, String aftermath, Throwable cause) {
        return new RevisionFailedException(
                prepared.step(), 0, null, "the version could not be written. " + sentence(cause) + aftermath, cause);
    }

    static RevisionFailedException ofProgress(PreparedStep prepared, Throwable cause) {
        return new RevisionFailedException(
                prepared.step(),
                0,
                null,
                "the table '" + ProgressStore.TABLE + "', which keeps how far it has come, could not be made. "
                        + sentence(cause) + UNDONE,
                cause);
    }

    static RevisionFailedException ofCommit(PreparedStep prepared, String aftermath, Throwable cause) {
        return new RevisionFailedException(
                prepared.step(), 0, null, "it could not be committed. " + sentence(cause) + aftermath, cause);
    }

    static String aftermath(PreparedStep prepared) {
        return prepared.transactional()
                ? UNDONE
                : " It runs outside a transaction: what stood before the failure was done, and the version was not written.";
    }

    private static String place(MigrationStep step, int line) {
        Revision revision = step.revision();
        Path path = revision == null ? null : revision.path();
        if (path == null) {
            return "";
        }
        return " (" + path + (line > 0 ? ", line " + line : "") + ")";
    }

    private static String sentence(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.endsWith(".") ? message : message + ".";
    }

    /** The step that was under way. */
    public MigrationStep step() {
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
}
