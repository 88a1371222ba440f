package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "downgrade", mixinStandardHelpOptions = true, description = "Takes revisions back down to one.")
final class DowngradeCommand implements Runnable {
    private final Console console;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--sql", description = "print the statements instead of running them; REV must be START:END")
    private boolean sql;

    @Parameters(paramLabel = "REV", description = "a revision, shortened or relative as -1, or base")
    private String target = "";

    DowngradeCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        if (sql) {
            console.print(
                    await(options.migrations(console).downgradeSql(target)).stripTrailing());
            return;
        }
        if (target.contains(":")) {
            throw new CommandFailure(ExitCode.USAGE, "Range revision not allowed");
        }
        options.downgrade(console, target);
    }
}
