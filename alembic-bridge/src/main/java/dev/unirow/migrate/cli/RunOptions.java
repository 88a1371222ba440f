package dev.unirow.migrate.cli;

import dev.unirow.migrate.Migrations;
import picocli.CommandLine.Option;

/** The options of every command that runs revisions. */
final class RunOptions {
    @Option(names = "--allow-destructive", description = "run revisions that say that they lose data")
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
}
