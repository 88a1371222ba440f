package dev.unirow.migrate.cli;

import dev.unirow.migrate.internal.diagram.ErDiagram;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "diagram",
        mixinStandardHelpOptions = true,
        description = "Prints the tables of the models as a Mermaid erDiagram. Connects to no database.")
final class DiagramCommand implements Runnable {
    private final Console console;

    @Option(
            names = "--target",
            paramLabel = "DATABASE",
            description = "the database whose types are shown, as mariadb or postgresql-16 (default: ${DEFAULT-VALUE})")
    private String target = "postgresql";

    DiagramCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Unopened unopened = console.unopened();
        console.answer(ErDiagram.of(Schemas.wanted(
                        target(), unopened.naming(), unopened.database().models(), Map.of()))
                .stripTrailing());
    }

    private Target target() {
        try {
            return Target.parse(target);
        } catch (SchemaException unknown) {
            throw CommandFailure.usage(unknown);
        }
    }
}
