package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.Migrations;
import java.nio.file.Files;
import picocli.CommandLine.Command;

@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description =
                "Makes the tables of the models at once; where there are revisions, in a new database, and stamps it"
                        + " with the last.")
final class CreateCommand implements Runnable {
    private final Console console;

    CreateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Migrations migrations = console.migrations();
        var unused = Files.isDirectory(console.directory().path())
                ? await(migrations.create())
                : await(console.database().createAll());
        console.print("The tables of the models are there.");
    }
}
