package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.DatabaseStatus;
import dev.unirow.migrate.Migrations;
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
        DatabaseStatus status = await(migrations.status());
        console.print("Current Revision: " + (versions.isEmpty() ? "<base>" : String.join(", ", versions)));
        console.print("Status: " + status + " (" + status.meaning() + ")");
        Remedy.of(status, console).ifPresent(console::print);
    }
}
