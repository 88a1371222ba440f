package dev.unirow.migrate.internal.script;

import dev.unirow.migrate.exception.RevisionFileException;

/** Text that cannot be split into statements; becomes a {@link RevisionFileException} where the file is known. */
final class ScriptSyntaxException extends RuntimeException {
    private final int line;
    private final String problem;

    ScriptSyntaxException(int line, String problem) {
        super("line " + line + ": " + problem);
        this.line = line;
        this.problem = problem;
    }

    int line() {
        return line;
    }

    String problem() {
        return problem;
    }
}
