package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.status.DatabaseStanding;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells how the database stands to the revisions, and what to run.")
final class StatusCommand implements Runnable {
    private final Console console;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Migrations migrations = console.migrations();
        List<String> versions = await(migrations.versions());
        DatabaseStanding standing = await(migrations.standing());
        console.print("Current Revision: " + (versions.isEmpty() ? "<base>" : String.join(", ", versions)));
        console.print("Status: " + standing.status() + " (" + standing.meaning() + ")");
        Remedy.of(standing, console).ifPresent(console::print);
    }
}
