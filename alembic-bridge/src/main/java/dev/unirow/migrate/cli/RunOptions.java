package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.exception.DestructiveRevisionException;
import dev.unirow.migrate.revision.MigrationStep;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of every command that runs revisions. */
final class RunOptions {
    @Option(
            names = "--allow-destructive",
            description = "run revisions that say that they lose data, and downgrades that drop what holds rows")
    private boolean allowDestructive;

    @Option(
            names = {"-v", "--verbose"},
            description = "print also what the database said of a failure, which may quote values of rows")
    private boolean verbose;

    Migrations migrations(Console console) {
        if (verbose) {
            console.showWords();
        }
        return allowDestructive ? console.migrations().withDestructive() : console.migrations();
    }

    /** Asks before data is lost, where somebody can answer. Nothing runs before the answer. */
    void downgrade(Console console, String target) {
        Migrations migrations = migrations(console);
        try {
            tell(console, await(migrations.downgrade(target)), "There is nothing to take back.");
        } catch (DestructiveRevisionException refused) {
            if (!console.mayAsk()) {
                throw refused;
            }
            if (!console.ask("Data would be lost: " + String.join("; ", refused.losses()) + ". Go on?")) {
                throw new CommandFailure("Nothing was run.", refused);
            }
            List<MigrationStep> unused = await(migrations.withDestructive().downgrade(target));
        }
    }

    void upgrade(Console console, String target) {
        tell(console, await(migrations(console).upgrade(target)), "There is nothing to apply.");
    }

    private static void tell(Console console, List<MigrationStep> steps, String nothing) {
        if (steps.isEmpty()) {
            console.print(nothing);
        }
    }
}
