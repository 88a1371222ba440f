package dev.unirow.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.exception.MigrationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Asks for the same as Alembic 1.20 was asked on random graphs; {@code alembic-reference.tsv} holds what it answered.
 */
class AlembicReferenceTest {
    private final List<String> differences = new ArrayList<>();
    private int compared;

    @Test
    void answersAsAlembicDoesOnRandomGraphs() throws IOException {
        List<Revision> revisions = new ArrayList<>();
        RevisionGraph graph = RevisionGraph.of(List.of());
        for (String line : lines()) {
            String[] fields = line.split("\t", -1);
            switch (fields[0]) {
                case "G" -> revisions.clear();
                case "R" -> {
                    revisions.add(
                            new Revision(fields[1], names(fields[2]), names(fields[3]), names(fields[4]), "m", null));
                }
                case "H" -> {
                    graph = RevisionGraph.of(revisions);
                    compare(line, fields[1], ids(graph.heads()));
                    compare(line, fields[2], ids(graph.effectiveHeads()));
                }
                case "L" -> compare(line, fields[1], ids(graph.history()));
                default -> compare(line, fields[3], answer(graph, fields));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(1000);
    }

    private static String answer(RevisionGraph graph, String[] fields) {
        try {
            return switch (fields[0]) {
                case "U" -> steps(graph.upgrade(names(fields[1]), fields[2]), names(fields[1]));
                case "D" -> steps(graph.downgrade(names(fields[1]), fields[2]), names(fields[1]));
                case "S" -> {
                    Set<String> rows = new LinkedHashSet<>(names(fields[1]));
                    graph.stamp(names(fields[1]), List.of(fields[2].split(" ")))
                            .steps()
                            .forEach(step -> apply(rows, step.changes()));
                    yield sorted(rows);
                }
                case "N" -> ids(graph.resolve(fields[2]));
                case "Q" -> ids(graph.history(fields[1] + ":" + fields[2], List.of()));
                case "C" ->
                    sorted(graph.current(names(fields[1])).stream()
                            .map(Revision::id)
                            .toList());
                default -> throw new IllegalArgumentException(fields[0]);
            };
        } catch (MigrationException failure) {
            return "!" + failure.getMessage();
        }
    }

    private static String steps(MigrationPlan plan, List<String> current) {
        Set<String> rows = new LinkedHashSet<>(current);
        List<String> steps = new ArrayList<>();
        for (MigrationStep step : plan.steps()) {
            apply(rows, step.changes());
            steps.add(step.revision().id() + "=" + sorted(rows));
        }
        return String.join(";", steps);
    }

    static void apply(Set<String> rows, List<VersionChange> changes) {
        for (VersionChange change : changes) {
            if (change instanceof VersionChange.Insert insert) {
                assertThat(rows.add(insert.version()))
                        .as("%s into %s", insert, rows)
                        .isTrue();
            } else if (change instanceof VersionChange.Update update) {
                assertThat(rows.remove(update.from()))
                        .as("%s of %s", update, rows)
                        .isTrue();
                assertThat(rows.add(update.to())).as("%s of %s", update, rows).isTrue();
            } else if (change instanceof VersionChange.Delete delete) {
                assertThat(rows.remove(delete.version()))
                        .as("%s of %s", delete, rows)
                        .isTrue();
            } else {
                rows.clear();
            }
        }
    }

    private void compare(String line, String expected, String answered) {
        compared++;
        if (!expected.equals(answered)) {
            differences.add(line + "\n      ours: " + answered);
        }
    }

    private static String ids(Collection<Revision> revisions) {
        return revisions.stream().map(Revision::id).collect(Collectors.joining(","));
    }

    private static String sorted(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(","));
    }

    private static List<String> names(String list) {
        return list.isEmpty() ? List.of() : Arrays.asList(list.split(","));
    }

    private static List<String> lines() throws IOException {
        try (var stream = AlembicReferenceTest.class.getResourceAsStream("/alembic-reference.tsv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
