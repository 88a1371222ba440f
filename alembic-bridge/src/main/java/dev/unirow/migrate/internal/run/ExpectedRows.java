package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.revision.MigrationPlan;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.revision.VersionChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the version table holds before each step of a plan, and after the last. */
final class ExpectedRows {
    private final List<Set<String>> states = new ArrayList<>();

    ExpectedRows(Collection<String> now, MigrationPlan plan) {
        Set<String> rows = new LinkedHashSet<>(now);
        states.add(Set.copyOf(rows));
        for (MigrationStep step : plan.steps()) {
            step.changes().forEach(change -> apply(change, rows));
            states.add(Set.copyOf(rows));
        }
    }

    private static void apply(VersionChange change, Set<String> rows) {
        if (change instanceof VersionChange.Insert insert) {
            rows.add(insert.version());
        } else if (change instanceof VersionChange.Update update) {
            rows.remove(update.from());
            rows.add(update.to());
        } else if (change instanceof VersionChange.Delete delete) {
            rows.remove(delete.version());
        } else {
            rows.clear();
        }
    }

    Set<String> before(int step) {
        return states.get(step);
    }

    Set<String> after(int step) {
        return states.get(step + 1);
    }

    /** Whether another run has done the step meanwhile, and perhaps some after it. */
    boolean isPast(int step, Collection<String> found) {
        return states.subList(step + 1, states.size()).contains(Set.copyOf(found));
    }
}
