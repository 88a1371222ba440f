package dev.unirow.migrate.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.migrate.exception.InvalidTargetException;
import dev.unirow.migrate.revision.MigrationPlan;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.VersionChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Walks random graphs up and down against a plain model: the set of applied revisions. */
class RandomGraphTest {
    @RepeatedTest(50)
    void rowsAreAlwaysTheEndsOfWhatIsApplied() {
        walk(System.nanoTime(), 12, 20);
    }

    @Test
    @Tag("deep")
    void rowsAreAlwaysTheEndsOfWhatIsAppliedInLargeGraphs() {
        long seed = System.nanoTime();
        for (int round = 0; round < 300; round++) {
            walk(seed + round, 120, 60);
        }
    }

    private static void walk(long seed, int size, int moves) {
        Random random = new Random(seed);
        Map<String, Revision> revisions = revisions(random, 1 + random.nextInt(size));
        List<Revision> shuffled = new ArrayList<>(revisions.values());
        Collections.shuffle(shuffled, random);
        RevisionGraph graph = RevisionGraph.of(shuffled);
        Set<String> rows = new TreeSet<>();
        Set<String> applied = new TreeSet<>();
        for (int move = 0; move < moves; move++) {
            String target = shuffled.get(random.nextInt(shuffled.size())).id();
            String what = "seed %d, move %d to %s from %s".formatted(seed, move, target, rows);
            if (random.nextBoolean()) {
                run(what, graph.upgrade(rows, target), revisions, rows, applied);
                assertThat(applied).as(what).containsAll(below(revisions, Set.of(target)));
            } else if (!isBelow(graph, revisions.get(target), rows, applied)) {
                assertThatThrownBy(() -> graph.downgrade(rows, target))
                        .as(what)
                        .isInstanceOf(InvalidTargetException.class)
                        .hasMessage("Destination " + target + " is not a valid downgrade target from current head(s)");
            } else {
                run(what, graph.downgrade(rows, target), revisions, rows, applied);
                Set<String> left = Set.copyOf(applied);
                assertThat(applied).as(what).contains(target);
                assertThat(graph.next(revisions.get(target))).as(what).noneMatch(next -> left.contains(next.id()));
            }
        }
        run("seed " + seed, graph.upgrade(rows, "heads"), revisions, rows, applied);
        assertThat(applied).as("seed %d", seed).isEqualTo(revisions.keySet());
        assertThat(rows)
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(
                        graph.effectiveHeads().stream().map(Revision::id).toList());
        assertThat(graph.upgrade(rows, "heads").isEmpty()).isTrue();
        run("seed " + seed, graph.downgrade(rows, "base"), revisions, rows, applied);
        assertThat(rows).as("seed %d", seed).isEmpty();
        assertThat(graph.history()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(revisions.values());
    }

    /** An applied revision that only a dependency covers has nothing above it on its line; Alembic refuses it, too. */
    private static boolean isBelow(RevisionGraph graph, Revision target, Set<String> rows, Set<String> applied) {
        return rows.contains(target.id()) || graph.next(target).stream().anyMatch(next -> applied.contains(next.id()));
    }

    private static void run(
            String what, MigrationPlan plan, Map<String, Revision> revisions, Set<String> rows, Set<String> applied) {
        for (MigrationStep step : plan.steps()) {
            String id = step.revision().id();
            if (step.kind() == MigrationStep.Kind.UPGRADE) {
                assertThat(applied).as(what).containsAll(direct(step.revision()));
                assertThat(applied.add(id)).as(what).isTrue();
            } else {
                assertThat(applied.remove(id)).as(what).isTrue();
                assertThat(applied)
                        .as(what)
                        .noneMatch(other -> direct(revisions.get(other)).contains(id));
            }
            step.changes().forEach(change -> apply(what, rows, change));
            assertThat(rows).as("%s after %s", what, step).isEqualTo(ends(revisions, applied));
        }
    }

    private static void apply(String what, Set<String> rows, VersionChange change) {
        if (change instanceof VersionChange.Insert insert) {
            assertThat(rows.add(insert.version())).as(what).isTrue();
        } else if (change instanceof VersionChange.Update update) {
            assertThat(rows.remove(update.from())).as(what).isTrue();
            assertThat(rows.add(update.to())).as(what).isTrue();
        } else {
            assertThat(rows.remove(((VersionChange.Delete) change).version()))
                    .as(what)
                    .isTrue();
        }
    }

    private static Set<String> ends(Map<String, Revision> revisions, Set<String> applied) {
        Set<String> covered = new TreeSet<>();
        applied.forEach(id -> covered.addAll(below(revisions, direct(revisions.get(id)))));
        Set<String> ends = new TreeSet<>(applied);
        ends.removeAll(covered);
        return ends;
    }

    private static Set<String> below(Map<String, Revision> revisions, Collection<String> tips) {
        Set<String> below = new LinkedHashSet<>(tips);
        List<String> open = new ArrayList<>(tips);
        while (!open.isEmpty()) {
            for (String next : direct(revisions.get(open.remove(0)))) {
                if (below.add(next)) {
                    open.add(next);
                }
            }
        }
        return below;
    }

    private static Set<String> direct(Revision revision) {
        Set<String> direct = new LinkedHashSet<>(revision.downRevisions());
        direct.addAll(revision.dependsOn());
        return direct;
    }

    private static Map<String, Revision> revisions(Random random, int size) {
        Map<String, Revision> revisions = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            String id = "%012x".formatted(random.nextLong() & 0xffffffffffffL);
            Set<String> parents = new LinkedHashSet<>();
            for (int parent = random.nextInt(10) / 4; parent > 0 && !ids.isEmpty(); parent--) {
                parents.add(ids.get(Math.max(0, ids.size() - 1 - random.nextInt(4))));
            }
            Set<String> dependencies = new LinkedHashSet<>();
            for (int dependency = random.nextInt(8) / 6; dependency > 0 && !ids.isEmpty(); dependency--) {
                dependencies.add(ids.get(random.nextInt(ids.size())));
            }
            dependencies.removeAll(parents);
            revisions.put(
                    id,
                    new Revision(
                            id, List.copyOf(parents), List.of(), List.copyOf(dependencies), "number " + number, null));
            ids.add(id);
        }
        return revisions;
    }
}
