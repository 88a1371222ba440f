package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "upgrade", mixinStandardHelpOptions = true, description = "Applies revisions up to one.")
final class UpgradeCommand implements Runnable {
    private final Console console;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--sql", description = "print the statements instead of running them; REV may be START:END")
    private boolean sql;

    @Option(names = "--dry-run", description = "print what would be run on this database, and run nothing")
    private boolean dryRun;

    @Parameters(paramLabel = "REV", description = "a revision, shortened or relative as +1, or head, heads")
    private String target = "";

    UpgradeCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        if (sql) {
            console.print(await(options.migrations(console).upgradeSql(target)).stripTrailing());
            return;
        }
        if (target.contains(":")) {
            throw new CommandFailure(ExitCode.USAGE, "Range revision not allowed");
        }
        if (dryRun) {
            options.dryRun(console, target);
        } else {
            options.upgrade(console, target);
        }
    }
}
