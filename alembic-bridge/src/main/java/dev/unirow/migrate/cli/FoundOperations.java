package dev.unirow.migrate.cli;

import dev.unirow.migrate.internal.json.DifferencesDocument.Difference;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.schema.ColumnAspect;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What differs, a line each, and on which databases. */
final class FoundOperations {
    private FoundOperations() {}

    static List<String> lines(Map<DatabaseKind, List<Operation>> found) {
        return differences(found).stream()
                .map(difference -> difference.description() + " (" + String.join(", ", difference.databases()) + ")")
                .toList();
    }

    static List<Difference> differences(Map<DatabaseKind, List<Operation>> found) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        found.forEach((kind, operations) -> operations.stream()
                .map(Operation::description)
                .distinct()
                .forEach(description -> kinds.computeIfAbsent(description, none -> new ArrayList<>())
                        .add(kind.id())));
        return kinds.entrySet().stream()
                .map(entry -> new Difference(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The connected database's, and those of the others that it has no like of. */
    static List<String> lines(Autogeneration made) {
        List<String> here =
                made.operations().stream().map(FoundOperations::subject).toList();
        List<String> lines = new ArrayList<>(
                made.operations().stream().map(Operation::description).toList());
        Map<DatabaseKind, List<Operation>> elsewhere = new LinkedHashMap<>();
        made.elsewhere()
                .forEach((kind, operations) -> elsewhere.put(
                        kind,
                        operations.stream()
                                .filter(operation -> !here.contains(subject(operation)))
                                .collect(Collectors.toList())));
        lines.addAll(lines(elsewhere));
        return lines;
    }

    /** What nothing is done about, in one line. */
    static Optional<String> leftAlone(Autogeneration made) {
        return made.leftAlone().isEmpty()
                ? Optional.empty()
                : Optional.of("Left alone, since neither the models nor the revisions know them: "
                        + String.join(", ", made.leftAlone()));
    }

    /** Each database has names of its own for a type. */
    private static String subject(Operation operation) {
        return operation instanceof ColumnOperation.AlterColumn change && change.isOf(ColumnAspect.TYPE)
                ? "type of " + change.table() + "." + change.to().name()
                : operation.description();
    }
}
