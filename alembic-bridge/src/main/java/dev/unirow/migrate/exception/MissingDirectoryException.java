package dev.unirow.migrate.exception;

import java.nio.file.Path;

/** The migrations directory is not there yet. */
public final class MissingDirectoryException extends MigrationException {
    private final Path directory;

    /** Names the directory that was looked for. */
    public MissingDirectoryException(Path directory) {
        super("Path doesn't exist: " + directory + ".  Please use the 'init' command to create a new scripts folder.");
        this.directory = directory;
    }

    public Path directory() {
        return directory;
    }
}
