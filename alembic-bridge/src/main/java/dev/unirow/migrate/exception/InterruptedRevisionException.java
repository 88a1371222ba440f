package dev.unirow.migrate.exception;

import java.util.List;

/**
 * A revision, or the creation of all tables, was left half-way on MariaDB, which commits each change of a table at
 * once, and going on is not what was asked for, or not safe. Nothing was changed.
 */
public final class InterruptedRevisionException extends MigrationException {
    private InterruptedRevisionException(String message) {
        super(message);
    }

    private InterruptedRevisionException(String step, int done, int all, String problem) {
        this(
                "The %s stopped half-way: %d of its %d statements have run, and MariaDB does not undo them. %s Nothing was changed."
                        .formatted(step, done, all, problem));
    }

    /**
     * Something else was asked for than to go on with a revision.
     *
     * @param step what was left, as in {@code upgrade ae1027a6acf2}
     * @param done how many of its statements have run
     * @param all how many it has
     */
    public static InterruptedRevisionException ofOther(String step, int done, int all) {
        return new InterruptedRevisionException(
                step,
                done,
                all,
                "Run that again first, which goes on where it stopped, or finish or undo it by hand and stamp the revision that the tables are at then.");
    }

    /** Something else was asked for than to go on with the creation of all tables. */
    public static InterruptedRevisionException ofOtherCreation() {
        return ofCreation("Run 'sync' or 'create', which adds what is missing.");
    }

    /**
     * Going on with the creation of all tables would lose something, since the models or the tables are others than
     * they were.
     *
     * @param losses each in a few words
     */
    public static InterruptedRevisionException ofOtherTables(List<String> losses) {
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

    /**
     * The statements that have run are not the first ones of the file any more.
     *
     * @param step what was left, as in {@code upgrade ae1027a6acf2}
     * @param done how many of its statements have run
     * @param all how many it had
     */
    public static InterruptedRevisionException ofChangedFile(String step, int done, int all) {
        return new InterruptedRevisionException(
                step,
                done,
                all,
                "But they are not the first ones of its file any more. Put them back as they were (what follows may be mended), or finish it by hand and stamp it.");
    }

    /**
     * The connection was lost while a statement ran that must not run twice.
     *
     * @param step what was left, as in {@code upgrade ae1027a6acf2}
     * @param done how many of its statements have run for certain
     * @param all how many it has
     * @param line where the next one stands in the file
     */
    public static InterruptedRevisionException ofUnknown(String step, int done, int all, int line) {
        return new InterruptedRevisionException(
                step,
                done,
                all,
                ("The connection was lost while the one on line %d ran, and whether it did its work, or how much of it, is not known. "
                                + "Look, finish the revision by hand and stamp it.")
                        .formatted(line));
    }
}
