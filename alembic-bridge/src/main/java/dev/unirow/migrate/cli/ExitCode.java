package dev.unirow.migrate.cli;

import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.schema.SchemaException;

/** What a command that did not do as it was asked tells by its exit code. */
enum ExitCode {
    /** A command that compares found a difference. */
    FOUND(1),
    /** The arguments or the configuration cannot be understood. */
    USAGE(2),
    /** The command may not, or cannot, go on from where the files and the database stand. */
    REFUSED(3),
    /** The database, the connection to it, or something that nobody foresaw. */
    FAILED(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(Throwable failure) {
        if (failure instanceof CommandFailure known) {
            return known.code();
        }
        boolean refused = failure instanceof MigrationException && !(failure instanceof RevisionFailedException);
        return refused || failure instanceof SchemaException ? REFUSED : FAILED;
    }

    /** Of a database, or its settings, that could not be had: what is unusable in them is an error of usage. */
    static ExitCode ofOpening(RuntimeException failure) {
        return failure instanceof IllegalArgumentException || failure instanceof IllegalStateException
                ? USAGE
                : of(failure);
    }
}
