package dev.unirow.migrate;

import dev.unirow.schema.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of the database with the models led to.
 *
 * @param revision null when nothing differs, and no file was written
 * @param operations on the connected database, in order
 * @param warnings what a person should look at, a sentence each
 */
public record Autogeneration(@Nullable Revision revision, List<Operation> operations, List<String> warnings) {

    public Autogeneration {
        operations = List.copyOf(operations);
        warnings = List.copyOf(warnings);
    }
}
