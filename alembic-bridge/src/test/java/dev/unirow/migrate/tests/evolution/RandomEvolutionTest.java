package dev.unirow.migrate.tests.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unirow.testing.DatabaseKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models change at random; the revision of each step is made on one database and run on all. After each step nothing
 * differs from the models, with and without the database, and the rows are those that the test has counted.
 * {@code -Devolution.first} and {@code -Devolution.count} say which seeds the long ones take.
 */
@Tag("slow")
class RandomEvolutionTest {
    private static final int MANY = 300;
    private static final int STEPS = 3;

    @TempDir
    Path folder;

    private final Map<String, Integer> drawn = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int folders;

    /** As the long run draws them, without databases. */
    @Test
    void theKindsOfChangesOnlyGrow() {
        for (long seed = 1; seed <= MANY; seed++) {
            Evolution evolution = new Evolution(seed, 0, null);
            count(evolution.start());
            evolution.addRows();
            for (int step = 1; step <= STEPS; step++) {
                count(evolution.next());
                evolution.addRows();
            }
        }

        Map<String, Integer> fewer = new TreeMap<>(Kinds.approved(drawn));
        fewer.entrySet().removeIf(kind -> drawn.getOrDefault(kind.getKey(), 0) >= kind.getValue());
        assertThat(fewer).as("drawn less often than before").isEmpty();
        assertThat(drawn).containsKeys(Kinds.ofThePage().toArray(String[]::new));
    }

    @Test
    void twelveEvolutionsKeepTheRows() {
        requireADatabaseToOpenAgain();
        for (int first = 1000; first < 1012; first += 4) {
            evolve(seeds(first, 4), 1, false);
        }
        report(12);
    }

    @Test
    @Tag("deep")
    void manyEvolutionsKeepTheRows() {
        requireADatabaseToOpenAgain();
        int first = Integer.getInteger("evolution.first", 1);
        int count = Integer.getInteger("evolution.count", MANY);
        Random random = new Random(first);
        for (int done = 0; done < count; ) {
            int size = Math.min(1 + random.nextInt(8), count - done);
            evolve(seeds(first + done, size), STEPS, false);
            done += size;
        }
        report(count);
    }

    @Test
    @Tag("deep")
    void evolutionsInASchemaKeepTheRows() {
        assumeTrue(DatabaseKind.selected().contains(DatabaseKind.POSTGRESQL), "Only PostgreSQL has schemas.");
        int first = Integer.getInteger("evolution.first", 1);
        int count = Integer.getInteger("evolution.count", 60);
        for (int done = 0; done < count; done += 4) {
            evolve(seeds(first + done, Math.min(4, count - done)), STEPS, true);
        }
        report(count);
    }

    private static void requireADatabaseToOpenAgain() {
        assumeTrue(
                DatabaseKind.selected().stream().anyMatch(DatabaseKind::outlivesConnections),
                "In memory the models cannot change.");
    }

    private static List<Long> seeds(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }

    /** Several share their databases and revisions, for it takes less time; where one fails, each is on its own. */
    private void evolve(List<Long> seeds, int steps, boolean inSchema) {
        Optional<String> together = failure(seeds, steps, inSchema);
        if (together.isEmpty()) {
            return;
        }
        List<String> alone = seeds.size() == 1
                ? List.of()
                : seeds.stream()
                        .flatMap(seed -> failure(List.of(seed), steps, inSchema).stream())
                        .toList();
        List<String> found = alone.isEmpty() ? List.of(together.get()) : alone;
        found.forEach(failure -> System.out.println("Unclean: " + failure));
        failures.addAll(found);
    }

    private Optional<String> failure(List<Long> seeds, int steps, boolean inSchema) {
        EvolvedDatabases databases =
                new EvolvedDatabases(folder.resolve("evolution" + ++folders), new Random(seeds.hashCode()), inSchema);
        try {
            run(seeds, steps, databases, inSchema);
            return Optional.empty();
        } catch (RuntimeException | AssertionError failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return Optional.of("seeds " + seeds + (inSchema ? " in a schema" : "") + ", " + databases.told() + "\n"
                    + trace.toString().replaceAll("(?m)^\\tat .*\\R", ""));
        }
    }

    private void run(List<Long> seeds, int steps, EvolvedDatabases databases, boolean inSchema) {
        List<Evolution> evolutions = new ArrayList<>();
        seeds.forEach(seed -> evolutions.add(new Evolution(seed, evolutions.size(), inSchema ? "of_its_own" : null)));
        List<Step> start =
                evolutions.stream().map(Evolution::start).map(this::count).toList();
        Runnable moreRows = () -> evolutions.forEach(Evolution::addRows);
        databases.step(0, List.of(), tables(evolutions), start, moreRows);
        for (int step = 1; step <= steps; step++) {
            List<ModelTable> before = evolutions.stream()
                    .flatMap(evolution -> evolution.copy().stream())
                    .toList();
            List<Step> made =
                    evolutions.stream().map(Evolution::next).map(this::count).toList();
            databases.step(step, before, tables(evolutions), made, moreRows);
        }
        if (!inSchema && DatabaseKind.selected().contains(DatabaseKind.SQLITE_MEMORY)) {
            databases.inMemory(tables(evolutions));
        }
    }

    private Step count(Step step) {
        step.drawn.forEach(kind -> drawn.merge(kind, 1, Integer::sum));
        return step;
    }

    private static List<ModelTable> tables(List<Evolution> evolutions) {
        return evolutions.stream()
                .flatMap(evolution -> evolution.tables.stream())
                .toList();
    }

    private void report(int count) {
        Kinds.lines(drawn).forEach(System.out::println);
        System.out.println(count + " evolutions, " + failures.size() + " unclean");
        assertThat(failures).isEmpty();
    }
}
