package dev.unirow.migrate.tests.evolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The kinds of changes and the types of columns that random evolutions are made of. */
final class Kinds {
    private static final Path APPROVED = Path.of("src/test/resources/evolution-kinds.txt");

    private Kinds() {}

    /**
     * How often each kind has been drawn, which is to be no less from now on: a further kind takes from the others
     * unless there are more draws. {@code -Dapprove} writes the larger numbers.
     */
    static Map<String, Integer> approved(Map<String, Integer> drawn) {
        try {
            Map<String, Integer> approved = new TreeMap<>();
            for (String line : Files.exists(APPROVED) ? Files.readAllLines(APPROVED) : List.<String>of()) {
                String[] parts = line.strip().split(" ", 2);
                approved.put(parts[1], Integer.parseInt(parts[0]));
            }
            if (System.getProperty("approve") != null) {
                drawn.forEach((kind, times) -> approved.merge(kind, times, Math::max));
                Files.write(APPROVED, lines(approved));
            }
            return approved;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Each kind after its number. */
    static List<String> lines(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> "%5d %s".formatted(entry.getValue(), entry.getKey()))
                .toList();
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
