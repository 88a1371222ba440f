package dev.unirow.schema.internal.diff;

import dev.unirow.schema.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps by the time at which they can run: references go first and come last, and what is dropped is there as long as
 * something may need it.
 */
final class DiffSteps {
    final List<Operation> dropForeignKeys = new ArrayList<>();
    final List<Operation> dropConstraints = new ArrayList<>();
    final List<Operation> creates = new ArrayList<>();
    final List<Operation> columns = new ArrayList<>();
    final List<Operation> addConstraints = new ArrayList<>();
    final List<Operation> addForeignKeys = new ArrayList<>();
    final List<Operation> keySources = new ArrayList<>();
    final List<Operation> drops = new ArrayList<>();

    List<Operation> inOrder() {
        List<Operation> all = new ArrayList<>();
        List.of(dropForeignKeys, dropConstraints, creates, columns, addConstraints, addForeignKeys, keySources, drops)
                .forEach(all::addAll);
        return List.copyOf(all);
    }
}
