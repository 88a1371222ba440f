package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.internal.json.DifferencesDocument;
import dev.unirow.migrate.internal.json.DifferencesDocument.Difference;
import dev.unirow.migrate.revision.SnapshotDifferences;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Fails when the models have changed and no revision says so.")
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final TableOptions tables = new TableOptions();

    @Option(
            names = "--offline",
            description = "compare the models with the snapshots of the last revisions, and connect to no database")
    private boolean offline;

    @Mixin
    private final JsonOption json = new JsonOption();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> problems = new ArrayList<>();
        Map<DatabaseKind, List<Operation>> operations = offline
                ? snapshots(problems)
                : await(tables.applied(console.migrations()).differences());
        List<Difference> found = FoundOperations.differences(operations);
        if (json.isAsked()) {
            console.answer(new DifferencesDocument(found, problems, console.warnings()));
            return found.isEmpty() && problems.isEmpty() ? 0 : code(found).number();
        }
        if (!found.isEmpty()) {
            problems.add(0, "New upgrade operations detected: " + String.join("; ", FoundOperations.lines(operations)));
        }
        if (!problems.isEmpty()) {
            throw new CommandFailure(code(found), String.join("\n", problems));
        }
        console.print("No new upgrade operations detected.");
        return 0;
    }

    private static ExitCode code(List<Difference> found) {
        return found.isEmpty() ? ExitCode.REFUSED : ExitCode.FOUND;
    }

    private Map<DatabaseKind, List<Operation>> snapshots(List<String> problems) {
        SnapshotDifferences found =
                await(tables.applied(console.withoutDatabase()).checkOffline());
        if (!found.compared().isEmpty()) {
            console.print("Compared with the last snapshots: "
                    + found.compared().stream().map(DatabaseKind::id).collect(Collectors.joining(", ")));
        }
        found.leftOut()
                .forEach((kind, reason) -> console.warn(kind.id() + " is left out of the revisions: " + reason + "."));
        found.unknown().forEach((kind, reason) -> problems.add(unknown(kind, reason)));
        if (found.compared().isEmpty() && problems.isEmpty()) {
            problems.add("There is no snapshot to compare the models with. Run " + console.command("check")
                    + " with a database that has all revisions.");
        }
        return found.differences();
    }

    private String unknown(DatabaseKind kind, String reason) {
        return "Whether " + kind.id() + " needs a revision is not known without it: " + reason + ". Run "
                + console.command("check") + " with a " + kind.id() + " database that has all revisions.";
    }
}
