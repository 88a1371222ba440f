package dev.unirow.migrate.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.RevisionText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads a directory that Alembic 1.20 made and prints what Alembic printed of it, save that Alembic names the followers
 * of a branch point in any order.
 */
class AlembicTextTest {
    private static final Path DIRECTORY = Path.of("src/test/resources/alembic-scripts");

    private final RevisionGraph graph = MigrationsDirectory.of(DIRECTORY).graph();
    private final RevisionText text = RevisionText.of(graph);

    @TestFactory
    List<DynamicTest> printsWhatAlembicPrints() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String expected = Files.readString(DIRECTORY.resolve("expected.txt"));
        for (String part : expected.substring(2).split("(?m)^\\$ ")) {
            int end = part.indexOf('\n');
            String command = part.substring(0, end);
            tests.add(DynamicTest.dynamicTest(
                    command,
                    () -> assertThat(String.join("\n", print(command)) + "\n").isEqualTo(part.substring(end + 1))));
        }
        assertThat(tests).hasSize(12);
        return tests;
    }

    private List<String> print(String command) {
        return switch (command) {
            case "history" -> lines(graph.history(), text::historyLine);
            case "history -v" -> blocks(graph.history());
            case "heads" -> lines(graph.heads(), text::headLine);
            case "heads --resolve-dependencies" -> lines(graph.effectiveHeads(), text::headLine);
            case "heads -v" -> blocks(graph.heads());
            case "branches" ->
                graph.branchPoints().stream()
                        .flatMap(revision -> text.branchLines(revision).stream())
                        .toList();
            case "branches -v" ->
                graph.branchPoints().stream()
                        .flatMap(revision -> text.verboseBranchLines(revision).stream())
                        .toList();
            case "show 27c6" -> blocks(graph.resolve("27c6"));
            case "show 53ff" -> blocks(graph.resolve("53ff"));
            case "show heads" -> blocks(graph.resolve("heads"));
            case "history -r ae10:heads" -> lines(graph.history("ae10:heads", List.of()), text::historyLine);
            case "history -r shoppingcart@base:heads" ->
                lines(graph.history("shoppingcart@base:heads", List.of()), text::historyLine);
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static List<String> lines(List<Revision> revisions, Function<Revision, String> line) {
        return revisions.stream().map(line).toList();
    }

    private List<String> blocks(List<Revision> revisions) {
        return revisions.stream()
                .flatMap(revision -> text.block(revision).stream())
                .toList();
    }
}
