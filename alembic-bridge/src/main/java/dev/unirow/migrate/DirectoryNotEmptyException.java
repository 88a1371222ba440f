package dev.unirow.migrate;

import java.nio.file.Path;

/** A migrations directory was to be made where there are files already. */
public final class DirectoryNotEmptyException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final Path directory;

    DirectoryNotEmptyException(Path directory) {
        super("Directory " + directory + " already exists and is not empty");
        this.directory = directory;
    }

    public Path directory() {
        return directory;
    }
}
