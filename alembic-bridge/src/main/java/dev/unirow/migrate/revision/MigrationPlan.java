package dev.unirow.migrate.revision;

import java.util.List;

/**
 * The steps from where a database stands to where it was asked to go, in the order in which they run; none when it is
 * there already.
 */
public record MigrationPlan(List<MigrationStep> steps) {
    public MigrationPlan {
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
