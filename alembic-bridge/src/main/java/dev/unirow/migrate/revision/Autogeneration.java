package dev.unirow.migrate.revision;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of the databases with the models led to.
 *
 * @param revision null when nothing differs, and no file was written
 * @param operations on the connected database, in order; none when only others need the revision
 * @param elsewhere on the databases that are not connected, those that need some
 * @param leftAlone the names of tables, sequences and enum types of the connected database that neither the models nor
 *     the last revisions know, and that nothing is done about
 * @param warnings what a person should look at, a sentence each
 */
public record Autogeneration(
        @Nullable Revision revision,
        List<Operation> operations,
        Map<DatabaseKind, List<Operation>> elsewhere,
        List<String> leftAlone,
        List<String> warnings) {
    public Autogeneration {
        operations = List.copyOf(operations);
        elsewhere = Collections.unmodifiableMap(new LinkedHashMap<>(elsewhere));
        leftAlone = List.copyOf(leftAlone);
        warnings = List.copyOf(warnings);
    }
}
