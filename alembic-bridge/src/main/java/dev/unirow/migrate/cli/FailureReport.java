package dev.unirow.migrate.cli;

import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.internal.json.FailureDocument;
import dev.unirow.schema.SchemaException;
import dev.unirow.session.exception.UnirowException;
import java.util.Locale;
import java.util.Optional;

/**
 * A failure as it is printed.
 *
 * @param foreseen whether the message tells all; otherwise the place that it comes from is needed, too
 */
record FailureReport(ExitCode code, String message, Optional<String> words, Optional<String> remedy, boolean foreseen) {
    static FailureReport of(Exception failure, Console console) {
        boolean foreseen = failure instanceof MigrationException
                || failure instanceof CommandFailure
                || failure instanceof SchemaException
                || failure instanceof UnirowException;
        return new FailureReport(
                ExitCode.of(failure),
                foreseen ? Remedy.without(failure) : failure.toString(),
                console.isVerbose() ? FailureWords.of(failure) : Optional.empty(),
                Remedy.of(failure, console),
                foreseen);
    }

    static FailureReport ofUsage(String message) {
        return new FailureReport(ExitCode.USAGE, message, Optional.empty(), Optional.empty(), true);
    }

    void print(Console console) {
        if (console.isJson()) {
            console.error(document(console).text());
            return;
        }
        console.error(console.red("FAILED:") + " " + message);
        words.ifPresent(said -> console.error("The database said: " + said));
        remedy.ifPresent(console::error);
    }

    private FailureDocument document(Console console) {
        return new FailureDocument(
                new FailureDocument.Failure(
                        code.number(),
                        code.name().toLowerCase(Locale.ROOT),
                        message,
                        remedy.orElse(null),
                        words.orElse(null)),
                console.warnings());
    }
}
