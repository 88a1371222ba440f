package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.internal.json.StatusDocument;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.status.DatabaseStanding;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.VersionTableName;
import dev.unirow.schema.engine.Schemas;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells how the database stands to the revisions, and what to run.")
final class StatusCommand implements Runnable {
    private final Console console;

    @Mixin
    private final TableOptions tables = new TableOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Migrations migrations = tables.applied(console.migrations());
        DatabaseStanding standing = await(migrations.standing());
        if (console.isQuiet() && !json.isAsked()) {
            console.answer(standing.status().name());
            return;
        }
        List<String> versions = await(migrations.versions());
        List<String> advice = advice(migrations, standing);
        if (json.isAsked()) {
            console.answer(new StatusDocument(
                    standing.status().name(),
                    standing.meaning(),
                    versions,
                    console.directory().graph().heads().stream()
                            .map(Revision::id)
                            .toList(),
                    standing.differences().stream().map(Operation::description).toList(),
                    advice,
                    console.warnings()));
            return;
        }
        console.print("Current Revision: " + (versions.isEmpty() ? "<base>" : String.join(", ", versions)));
        console.print("Status: " + standing.status() + " (" + standing.meaning() + ")");
        console.print(advice);
    }

    /** What there is to know, and to run, in sentences. */
    private List<String> advice(Migrations migrations, DatabaseStanding standing) {
        Schema live = isUnwritten(standing) ? await(console.database().reflect()) : Schema.empty();
        if (live.tables().stream().anyMatch(this::isOfModel)) {
            return List.of("It has tables, but there are no revisions: run " + console.command("baseline")
                    + " to write the tables down as the first.");
        }
        List<String> advice = new ArrayList<>();
        if (live.tables().stream().anyMatch(table -> !isVersionTable(table, migrations))) {
            advice.add("It has tables that no model knows, which are left alone.");
        }
        Remedy.of(standing, console).ifPresent(advice::add);
        return advice;
    }

    /** Whether it may have tables that no revision makes, and nothing else is said of them. */
    private boolean isUnwritten(DatabaseStanding standing) {
        return switch (standing.status()) {
            case UP_TO_DATE, NO_INFO -> console.directory().graph().heads().isEmpty();
            default -> false;
        };
    }

    private static boolean isVersionTable(Table table, Migrations migrations) {
        VersionTableName version = migrations.versionTable();
        return table.name().equals(version.name())
                || table.name().equals(Schemas.qualified(version.schema(), version.name()));
    }

    private boolean isOfModel(Table table) {
        return console.database().metadata().table(table.name()).isPresent();
    }
}
