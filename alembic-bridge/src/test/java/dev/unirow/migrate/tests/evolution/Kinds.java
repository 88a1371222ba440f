package dev.unirow.migrate.tests.evolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The kinds of changes and the types of columns that random evolutions are made of. */
final class Kinds {
    private static final Path APPROVED = Path.of("src/test/resources/evolution-kinds.txt");

    private Kinds() {}

    /** What has been drawn once, and is to be drawn for ever; {@code -Dapprove} adds to it. */
    static Set<String> approved(Set<String> drawn) {
        try {
            Set<String> approved = new TreeSet<>(Files.exists(APPROVED) ? Files.readAllLines(APPROVED) : Set.of());
            if (System.getProperty("approve") != null && approved.addAll(drawn)) {
                Files.write(APPROVED, approved);
            }
            return approved;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The types of single columns on the page of types, but for keys and versions. */
    static Set<String> ofThePage() {
        try (Stream<String> lines = Files.lines(Path.of("../docs/types.md"))) {
            Set<String> types = new TreeSet<>();
            lines.filter(line -> line.startsWith("| `") && line.split("\\|").length == 8)
                    .map(line -> line.split("`")[1])
                    .filter(label -> !label.matches("@(Id|EmbeddedId|Version|Embedded|ElementCollection|NaturalId) .*"))
                    .forEach(label -> types.add("type " + label));
            return types;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
