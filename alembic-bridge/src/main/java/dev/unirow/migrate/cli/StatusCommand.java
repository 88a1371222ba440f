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
        DatabaseStanding standing = await(migrations.standing());
        if (console.isQuiet()) {
            console.answer(standing.status().name());
            return;
        }
        List<String> versions = await(migrations.versions());
        console.print("Current Revision: " + (versions.isEmpty() ? "<base>" : String.join(", ", versions)));
        console.print("Status: " + standing.status() + " (" + standing.meaning() + ")");
        if (isUnwritten(standing)) {
            console.print("It has tables, but there are no revisions: run " + console.command("baseline")
                    + " to write the tables down as the first.");
        } else {
            Remedy.of(standing, console).ifPresent(console::print);
        }
    }

    /** Tables that no revision makes, where nothing else is to be said of them. */
    private boolean isUnwritten(DatabaseStanding standing) {
        return switch (standing.status()) {
            case UP_TO_DATE, NO_INFO ->
                console.directory().graph().heads().isEmpty()
                        && await(console.database().reflect()).tables().stream()
                                .anyMatch(table -> !table.name().equals("alembic_version"));
            default -> false;
        };
    }
}
