package dev.unirow.migrate.internal.autogenerate;

import dev.unirow.migrate.internal.script.Section;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import java.util.List;

/**
 * What leads a kind of database that is not connected from its last snapshot to the models.
 *
 * @param sure whether snapshots alone tell where it starts, and not a guess about revisions that have none
 */
record OfflineDifference(
        DatabaseKind kind, Schema to, List<Operation> operations, List<Section> sections, boolean sure) {
    OfflineDifference {
        operations = List.copyOf(operations);
        sections = List.copyOf(sections);
    }

    boolean surelyDiffers() {
        return sure && !operations.isEmpty();
    }
}
