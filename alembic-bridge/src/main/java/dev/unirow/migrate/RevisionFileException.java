package dev.unirow.migrate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A revision file cannot be read, understood or written. */
public final class RevisionFileException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final Path file;
    private final int line;

    RevisionFileException(Path file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
        this.file = file;
        this.line = line;
    }

    RevisionFileException(Path file, String problem, @Nullable Throwable cause) {
        super(file + ": " + problem, cause);
        this.file = file;
        this.line = 0;
    }

    public Path file() {
        return file;
    }

    /** Counted from 1; 0 when the trouble is with the file as a whole. */
    public int line() {
        return line;
    }
}
