package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Makes a new database from the models, or applies all revisions that wait to an older one.")
final class SyncCommand implements Runnable {
    private final Console console;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final TableOptions tables = new TableOptions();

    SyncCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.print(
                switch (await(tables.applied(options.migrations(console)).sync())) {
                    case ALREADY_UP_TO_DATE -> "The database is up to date already.";
                    case CREATED -> "The tables of the models were made.";
                    case UPGRADED -> "All revisions that waited were applied.";
                });
    }
}
