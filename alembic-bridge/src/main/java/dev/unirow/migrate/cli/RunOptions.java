package dev.unirow.migrate.cli;

import dev.unirow.migrate.Migrations;
import picocli.CommandLine.Option;

/** The options of every command that runs revisions. */
final class RunOptions {
    @Option(names = "--allow-destructive", description = "run revisions that say that they lose data")
    private boolean allowDestructive;

    Migrations migrations(Console console) {
        return allowDestructive ? console.migrations().withDestructive() : console.migrations();
    }
}
