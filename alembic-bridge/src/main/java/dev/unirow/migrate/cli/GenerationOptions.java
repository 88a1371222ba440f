package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.directory.NewRevision;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Making a revision from the models. */
final class GenerationOptions {
    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "table.old=new or old=new: keep the values under a new name instead of dropping them")
    private List<String> renames = new ArrayList<>();

    @Mixin
    private final TableOptions tables = new TableOptions();

    @Option(
            names = "--fill",
            paramLabel = "COLUMN=SQL",
            description =
                    "table.column=expression: what rows get in a column that becomes required, as in pet.name=\"'?'\"")
    private List<String> fills = new ArrayList<>();

    void run(Console console, NewRevision wanted) {
        Autogeneration made = await(configured(console).autogenerate(wanted));
        FoundOperations.lines(made).forEach(console::log);
        FoundOperations.leftAlone(made).ifPresent(console::log);
        made.warnings().forEach(console::warn);
        Revision revision = made.revision();
        if (revision == null) {
            console.print("No new upgrade operations detected.");
            if (console.directory().graph().heads().isEmpty()) {
                console.print("The tables are there, but no revision: run " + console.command("baseline")
                        + " to write them down as the first.");
            }
        } else {
            console.made(revision);
        }
    }

    private Migrations configured(Console console) {
        try {
            return tables.applied(console.migrations()).withRenames(renames).withFills(fills);
        } catch (IllegalArgumentException malformed) {
            throw CommandFailure.usage(malformed);
        }
    }
}
