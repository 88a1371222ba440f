package dev.unirow.sqlite;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A database cannot be opened; nothing was written. The message says what was found and what to do. */
public final class SqliteOpenException extends RuntimeException {
    private final @Nullable String file;

    SqliteOpenException(@Nullable Path file, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.file = file == null ? null : file.toString();
    }

    /** The file that was to be opened; null for a database in memory. */
    public @Nullable Path file() {
        return file == null ? null : Path.of(file);
    }
}
