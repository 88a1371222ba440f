package dev.unirow.migrate.cli;

import dev.unirow.migrate.exception.DatabaseBehindException;
import dev.unirow.migrate.exception.MissingDirectoryException;
import dev.unirow.migrate.exception.MultipleHeadsException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.exception.UnexpectedStatusException;
import dev.unirow.migrate.exception.UnknownRevisionException;
import dev.unirow.migrate.status.DatabaseStanding;
import dev.unirow.migrate.status.DatabaseStatus;
import java.util.Optional;

/** What to type next. */
final class Remedy {
    private Remedy() {}

    /** The message of a failure without what {@link #of(Exception, Console)} says in words to type. */
    static String without(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof UnexpectedStatusException unexpected && message.endsWith(unexpected.remedy())) {
            return message.substring(0, message.length() - unexpected.remedy().length())
                    .strip();
        }
        return failure instanceof MissingDirectoryException ? message.replaceAll("\\.  Please use .*", ".") : message;
    }

    static Optional<String> of(Exception failure, Console console) {
        if (failure instanceof DatabaseBehindException) {
            return Optional.of("Run " + console.command("migrate") + " first.");
        }
        if (failure instanceof MultipleHeadsException) {
            return Optional.of("Run " + console.command("merge heads") + " to join them, or "
                    + console.command("upgrade heads") + " to apply them all.");
        }
        if (failure instanceof MissingDirectoryException) {
            return Optional.of("Run " + console.command("init") + " first.");
        }
        if (failure instanceof UnknownRevisionException) {
            return Optional.of("Run " + console.command("history") + " for the revisions that there are, and "
                    + console.command("status") + " for where the database is.");
        }
        if (failure instanceof RevisionFailedException failed) {
            return of(failed, console);
        }
        return failure instanceof UnexpectedStatusException unexpected
                ? of(
                        new DatabaseStanding(
                                DatabaseStatus.valueOf(unexpected.status()),
                                unexpected.differences(),
                                unexpected.covered()),
                        console)
                : Optional.empty();
    }

    private static Optional<String> of(RevisionFailedException failed, Console console) {
        String remedy = (failed.step().from().isEmpty()
                        ? "If the tables were there before, run " + console.command("status") + ". "
                        : "")
                + (FailureWords.of(failed).isPresent() && !console.isVerbose()
                        ? "With --verbose, what the database said is printed, too; it may quote values of rows."
                        : "");
        return remedy.isEmpty() ? Optional.empty() : Optional.of(remedy.strip());
    }

    static Optional<String> of(DatabaseStanding standing, Console console) {
        return switch (standing.status()) {
            case UP_TO_DATE -> Optional.empty();
            case UPGRADE_AVAILABLE, NO_INFO -> Optional.of("Run " + console.command("migrate") + ".");
            case INCOMPLETE -> Optional.of("Run " + console.command("sync") + ", which makes them.");
            case AHEAD, UNKNOWN_REVISION ->
                Optional.of("Take the revision files from where the database was migrated, or run "
                        + console.command("stamp --purge REV")
                        + " once you know which revision its tables are at.");
            case DIVERGED ->
                Optional.of(
                        !standing.covered().isEmpty()
                                ? "Run " + console.command("stamp REV") + " with the revision that its tables are at."
                                : "Run " + console.command("merge heads") + " to join the heads, or "
                                        + console.command("upgrade heads") + " to apply them all.");
            case UNMANAGED -> Optional.of(standing.differences().isEmpty() ? stamp(console) : baseline(console));
            case INTERRUPTED ->
                Optional.of("Run the command again that was under way, " + console.command("migrate") + " or "
                        + console.command("sync")
                        + " for instance, which goes on where it stopped; or finish it by hand and run "
                        + console.command("stamp REV") + ".");
        };
    }

    private static String stamp(Console console) {
        return "If its tables are those of the last revision, run " + console.command("stamp head")
                + "; compare them with " + console.command("check") + " after it.";
    }

    private static String baseline(Console console) {
        return "Run " + console.command("baseline") + " to write its tables down as the first revision, then "
                + console.command("make") + " and " + console.command("migrate") + " for what differs.";
    }
}
