package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import picocli.CommandLine.Command;

@Command(
        name = "ensure_version",
        mixinStandardHelpOptions = true,
        description = "Makes the version table if it is not there.")
final class EnsureVersionCommand implements Runnable {
    private final Console console;

    EnsureVersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        await(console.migrations().ensureVersion());
    }
}
