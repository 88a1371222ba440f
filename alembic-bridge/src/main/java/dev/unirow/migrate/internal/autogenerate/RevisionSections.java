package dev.unirow.migrate.internal.autogenerate;

import dev.unirow.migrate.internal.script.Direction;
import dev.unirow.migrate.internal.script.Section;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.engine.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operations as the sections of a revision file for one kind of database: there and back. */
final class RevisionSections {
    /** For who reads the file: the section is not forgotten. */
    private static final String NOTHING = "-- nothing to do";

    private RevisionSections() {}

    /**
     * What the way back loses is not marked: it takes back what the upgrade added, which is what it is asked for.
     *
     * @param from the schema before the operations
     * @param fills what rows get in columns that become required
     */
    static List<Section> of(DatabaseKind kind, Schema from, List<Operation> operations, Map<String, String> fills) {
        List<String> marks = operations.stream()
                .filter(Operation::destructive)
                .map(operation -> "-- destructive: " + operation.description().replaceAll("\\R", " "))
                .toList();
        List<String> there = Schemas.render(kind, from, Schemas.withValues(operations, fills));
        List<String> back = Schemas.renderBack(kind, from, operations, fills);
        return List.of(
                section(Direction.UPGRADE, kind, marks, there), section(Direction.DOWNGRADE, kind, List.of(), back));
    }

    private static Section section(
            Direction direction, DatabaseKind kind, List<String> marks, List<String> statements) {
        List<String> blocks = new ArrayList<>();
        if (!marks.isEmpty()) {
            blocks.add(String.join("\n", marks));
        }
        statements.forEach(statement -> blocks.add(statement.stripTrailing() + ";"));
        if (statements.isEmpty()) {
            blocks.add(NOTHING);
        }
        return new Section(direction, List.of(kind.id()), String.join("\n\n", blocks), 0);
    }
}
