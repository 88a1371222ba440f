package dev.unirow.migrate;

import java.util.List;

/**
 * A revision, or the creation of all tables, was left half-way on MariaDB, which commits each change of a table at once, and going on is not what was asked for, or
 * not safe. Nothing was changed.
 */
public final class InterruptedRevisionException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private InterruptedRevisionException(String message) {
        super(message);
    }

    private InterruptedRevisionException(Progress progress, String problem) {
        this(
                "The %s stopped half-way: %d of its %d statements have run, and MariaDB does not undo them. %s Nothing was changed."
                        .formatted(progress.step(), progress.done(), progress.all(), problem));
    }

    static InterruptedRevisionException ofOther(Progress progress) {
        if (progress.isCreation()) {
            return ofCreation("Run 'sync' or 'create', which adds what is missing.");
        }
        return new InterruptedRevisionException(
                progress,
                "Run that again first, which goes on where it stopped, or finish or undo it by hand and stamp the revision that the tables are at then.");
    }

    static InterruptedRevisionException ofOtherTables(List<String> losses) {
        return ofCreation(
                ("But the models, or the tables, are others than they were, and going on would lose something: %s. Make the tables by hand and stamp"
                                + " the database, or drop them and begin anew.")
                        .formatted(String.join("; ", losses)));
    }

    private static InterruptedRevisionException ofCreation(String problem) {
        return new InterruptedRevisionException(
                "The creation of all tables stopped half-way, and MariaDB does not undo what was made. " + problem
                        + " Nothing was changed.");
    }

    static InterruptedRevisionException ofChangedFile(Progress progress) {
        return new InterruptedRevisionException(
                progress,
                "But they are not the first ones of its file any more. Put them back as they were (what follows may be mended), or finish it by hand and stamp it.");
    }

    static InterruptedRevisionException ofUnknown(Progress progress, ScriptItem item) {
        return new InterruptedRevisionException(
                progress,
                ("The connection was lost while the one on line %d ran, and whether it did its work, or how much of it, is not known. "
                                + "Look, finish the revision by hand and stamp it.")
                        .formatted(item.line()));
    }
}
