package dev.unirow.migrate.internal.script;

import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.revision.Revision;
import java.util.List;

/**
 * A step with all it runs on one dialect.
 *
 * @param items statements, batches and calls, in order
 * @param destructive what is lost by running it
 * @param transactional whether all of it, version rows included, is one transaction
 */
public record PreparedStep(
        MigrationStep step, List<ScriptItem> items, List<String> destructive, boolean transactional) {
    public PreparedStep {
        items = List.copyOf(items);
        destructive = List.copyOf(destructive);
    }

    /** What is lost, each with the revision that loses it. */
    public List<String> losses() {
        return destructive.stream().map(what -> what + byRevision()).toList();
    }

    /** {@code (revision ae1027a6acf2)}, to go after what it does; empty for a stamp. */
    public String byRevision() {
        Revision revision = step.revision();
        return revision == null ? "" : " (revision " + revision.id() + ")";
    }

    /** Whether something in it may commit what stands before it, where changes of tables do that. */
    public boolean changesTables() {
        return commitsAlone() || items.stream().anyMatch(ScriptItem.Call.class::isInstance);
    }

    /** Whether, where changes of tables commit, its items have to be done one by one. */
    public boolean commitsAlone() {
        return !transactional || items.stream().anyMatch(ImplicitCommit::of);
    }

    /** Whether a table is copied, which on SQLite must not cascade into the tables that refer to it. */
    public boolean copiesTables() {
        return items.stream().anyMatch(ScriptItem.Batch.class::isInstance);
    }
}
