package dev.unirow.schema.internal.diff;

import dev.unirow.schema.ColumnOperation.RenameColumn;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.SchemaOperation.RenameSequence;
import dev.unirow.schema.TableOperation.RenameTable;
import dev.unirow.schema.internal.sql.QualifiedName;
import java.util.List;

/** Renames as somebody asks for them, who need not say whether a name is that of a table or of a sequence. */
final class AskedRenames {
    private final Schema from;
    private final List<Operation> renames;

    /** @throws SchemaException for a table of another schema on SQLite, which has none */
    AskedRenames(DatabaseKind kind, Schema from, List<Operation> asked) {
        this.from = from;
        this.renames = asked.stream().map(this::meant).toList();
        if (kind == DatabaseKind.SQLITE) {
            renames.forEach(AskedRenames::requireNoSchema);
        }
    }

    List<Operation> ofTablesAndColumns() {
        return renames.stream()
                .filter(rename -> !(rename instanceof RenameSequence))
                .toList();
    }

    List<Operation> ofSequences() {
        return renames.stream().filter(RenameSequence.class::isInstance).toList();
    }

    private Operation meant(Operation asked) {
        Operation rename = asked;
        if (asked instanceof RenameColumn column && from.table(column.table()).isEmpty()) {
            // 'audit.log=log' is written like the column 'log' of a table 'audit'
            String other = QualifiedName.own(column.table()) + "." + QualifiedName.own(column.column());
            if (isThere(other)) {
                rename = new RenameTable(other, column.newName());
            }
        }
        return rename instanceof RenameTable table && from.table(table.table()).isEmpty() && isSequence(table.table())
                ? new RenameSequence(table.table(), table.newName())
                : rename;
    }

    private boolean isThere(String name) {
        return from.table(name).isPresent() || isSequence(name);
    }

    private boolean isSequence(String name) {
        return from.sequences().stream().anyMatch(sequence -> sequence.name().equals(name));
    }

    private static void requireNoSchema(Operation rename) {
        String newName = rename instanceof RenameTable table ? table.newName() : rename.table();
        if (QualifiedName.parse(rename.table()).schema() != null
                || QualifiedName.parse(newName).schema() != null) {
            throw new SchemaException("On SQLite, which has no schemas, '" + rename.table() + "' cannot be renamed"
                    + (newName.equals(rename.table()) ? "" : " to '" + newName + "'")
                    + ": write the names of tables without one.");
        }
    }
}
