package dev.unirow.migrate.internal.script;

import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.migrate.revision.Revision;
import java.nio.file.Path;

/** A file of the directory that is a revision. */
public sealed interface RevisionScript {
    Revision revision();

    /** One that this library runs. */
    record Sql(RevisionFile file) implements RevisionScript {
        @Override
        public Revision revision() {
            return file.revision();
        }
    }

    /** One that only Python runs; here it holds its place in the graph. */
    record Python(Revision revision) implements RevisionScript {}

    /**
     * Reads a file as what its name says it is.
     *
     * @throws RevisionFileException when the text is not a revision
     */
    static RevisionScript parse(Path file, String text) {
        return String.valueOf(file.getFileName()).endsWith(".py")
                ? new Python(AlembicScript.read(file, text))
                : new Sql(RevisionFile.parse(file, text));
    }
}
