package dev.unirow.migrate.cli;

import dev.unirow.migrate.exception.RevisionFailedException;
import java.util.Optional;

/** What a database said of a failure, as far as the message of the failure does not say it. */
final class FailureWords {
    private FailureWords() {}

    static Optional<String> of(Exception failure) {
        return failure instanceof RevisionFailedException failed
                ? Optional.ofNullable(failed.databaseWords())
                        .filter(words -> !String.valueOf(failed.getMessage()).contains(words))
                : Optional.empty();
    }
}
