package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.InterruptedRevisionException;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.migrate.internal.script.ScriptItem;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.revision.Revision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * How far a step has come that MariaDB cannot run as one transaction.
 *
 * @param step as {@link #name} has it
 * @param done how many of its items have run
 * @param all how many it has
 * @param underWay what is known of the one after those
 * @param checksum of those that are done, so that others are not taken for them
 */
public record Progress(String step, int done, int all, UnderWay underWay, String checksum) {
    enum UnderWay {
        /** It has not run. */
        NOTHING,
        /** It was sent, and whether it ran is not known. A step in Java has left nothing behind. */
        SENT,
        /** A step in Java has begun, and something of it was committed. */
        COMMITTED
    }

    private static final String CREATION = "create";

    /** Of all tables at once; what is done of it is seen by what is there. */
    static Progress creation() {
        return new Progress(CREATION, 0, 0, UnderWay.NOTHING, checksum(List.of(), 0));
    }

    public boolean isCreation() {
        return step.equals(CREATION);
    }

    static Progress begun(PreparedStep prepared) {
        return new Progress(
                name(prepared.step()), 0, prepared.items().size(), UnderWay.NOTHING, checksum(prepared.items(), 0));
    }

    /** The revision, and whether it is applied or taken back. */
    static String name(MigrationStep step) {
        Revision revision = step.revision();
        return (step.kind() == MigrationStep.Kind.UPGRADE ? "upgrade " : "downgrade ")
                + (revision == null ? "" : revision.id());
    }

    /** To whoever asks for anything but to go on with it. */
    public InterruptedRevisionException refusal() {
        return isCreation()
                ? InterruptedRevisionException.ofOtherCreation()
                : InterruptedRevisionException.ofOther(step, done, all);
    }

    Progress after(PreparedStep prepared, int items) {
        return new Progress(step, items, all, UnderWay.NOTHING, checksum(prepared.items(), items));
    }

    Progress with(UnderWay found) {
        return new Progress(step, done, all, found, checksum);
    }

    /** Whether the items that are done still are the first ones of the file. */
    boolean isBeginOf(PreparedStep prepared) {
        return done <= prepared.items().size() && checksum.equals(checksum(prepared.items(), done));
    }

    private static String checksum(List<ScriptItem> items, int count) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ScriptItem item : items.subList(0, count)) {
                digest.update(text(item).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static String text(ScriptItem item) {
        if (item instanceof ScriptItem.Statement statement) {
            return statement.sql();
        }
        return item instanceof ScriptItem.Call call ? "-- call " + call.className() : "--";
    }
}
