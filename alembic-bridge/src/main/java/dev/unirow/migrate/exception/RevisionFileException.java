package dev.unirow.migrate.exception;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A revision file, or its directory, cannot be read, understood or written, or holds what cannot be run here. */
public final class RevisionFileException extends MigrationException {
    private final Path file;
    private final int line;
    private final @Nullable String revision;

    private RevisionFileException(
            String message, Path file, int line, @Nullable String revision, @Nullable Throwable cause) {
        super(message, cause);
        this.file = file;
        this.line = line;
        this.revision = revision;
    }

    /**
     * The trouble is on one line.
     *
     * @param line counted from 1
     */
    public RevisionFileException(Path file, int line, String problem) {
        this(file + ":" + line + ": " + problem, file, line, null, null);
    }

    /** The trouble is with the file, or the directory, as a whole. */
    public RevisionFileException(Path file, String problem, @Nullable Throwable cause) {
        this(file + ": " + problem, file, 0, null, cause);
    }

    /** A migrations directory was to be made where there are files already. */
    public static RevisionFileException ofDirectoryNotEmpty(Path directory) {
        return new RevisionFileException(
                "Directory " + directory + " already exists and is not empty", directory, 0, null, null);
    }

    /**
     * A plan came to one of Alembic's Python scripts, which holds its place in the graph here but cannot be run.
     *
     * @param command what Alembic is to do instead, as in {@code upgrade ae1027a6acf2}
     */
    public static RevisionFileException ofPython(Path file, String revision, String command) {
        return new RevisionFileException(
                "Revision %s is a Python script (%s), which only Alembic runs. Run 'alembic %s' up to there, then go on here."
                        .formatted(revision, file, command),
                file,
                0,
                revision,
                null);
    }

    /**
     * A revision calls a step in Java, which a script of SQL alone cannot.
     *
     * @param call what the step goes by
     */
    public static RevisionFileException ofOfflineCall(Path file, int line, String revision, String call) {
        return new RevisionFileException(
                "Revision %s calls '%s' on line %d, which a script of SQL cannot. Upgrade online, or write the step as SQL."
                        .formatted(revision, call, line),
                file,
                line,
                revision,
                null);
    }

    /** The file, or the directory. */
    public Path file() {
        return file;
    }

    /** Counted from 1; 0 when the trouble is with the file as a whole. */
    public int line() {
        return line;
    }

    /** The identifier of a revision that was understood but cannot be run here; null otherwise. */
    public @Nullable String revision() {
        return revision;
    }
}
