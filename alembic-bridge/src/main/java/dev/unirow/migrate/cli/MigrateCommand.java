package dev.unirow.migrate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Applies all revisions that wait: upgrade head.")
final class MigrateCommand implements Runnable {
    private final Console console;

    @Mixin
    private final RunOptions options = new RunOptions();

    MigrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.print("Applying changes (upgrade head)...");
        options.upgrade(console, "head");
    }
}
