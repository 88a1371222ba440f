package dev.unirow.migrate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Applies all revisions that wait: upgrade head.")
final class MigrateCommand implements Runnable {
    private final Console console;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--dry-run", description = "print what would be run on this database, and run nothing")
    private boolean dryRun;

    MigrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        if (dryRun) {
            options.dryRun(console, "head");
            return;
        }
        console.print("Applying changes (upgrade head)...");
        options.upgrade(console, "head");
    }
}
