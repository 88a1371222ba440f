package dev.unirow.session.internal.pinned;

import dev.unirow.session.internal.wire.Lineage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A transaction of one session: a savepoint in the one that all of them share. */
final class PinnedTransaction {
    private static final Pattern SAVEPOINT = Pattern.compile(
            "(?i)\\s*(savepoint|release(?:\\s+savepoint)?|rollback(?:\\s+work|\\s+transaction)?\\s+to(?:\\s+savepoint)?)\\s+(\\S+?);?\\s*");

    private record Mark(String name, long at) {}

    private final String name;
    private final Lineage lineage;
    private final long began;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long lastWrite = -1;
    private boolean ended;
    private boolean aborted;
    private @Nullable String lost;

    PinnedTransaction(String name, Lineage lineage, long began) {
        this.name = name;
        this.lineage = lineage;
        this.began = began;
    }

    String name() {
        return name;
    }

    Lineage lineage() {
        return lineage;
    }

    long began() {
        return began;
    }

    boolean hasEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    /** Its innermost savepoint, which is its own where its session has made no other. */
    String innermost() {
        return marks.isEmpty() ? name : marks.element().name();
    }

    /** When that was made. */
    long innermostSince() {
        return marks.isEmpty() ? began : marks.element().at();
    }

    boolean wroteSince(long time) {
        return lastWrite > time;
    }

    void wrote(long time) {
        lastWrite = time;
    }

    /** What it wrote since is gone. */
    void takenBackTo(long time) {
        lastWrite = Math.min(lastWrite, time);
    }

    /** What it wrote is gone, for a reason that its session is to hear. */
    void lose(String reason) {
        lastWrite = -1;
        if (!ended && lost == null) {
            lost = reason;
        }
    }

    /** A statement of it failed, and was taken back for others to go on. */
    void abort() {
        aborted = true;
    }

    boolean isAborted() {
        return aborted;
    }

    /**
     * Notes what a statement about savepoints does.
     *
     * @return the time that the statement takes the transaction back to; null where it takes nothing back
     * @throws IllegalStateException if the transaction can take no such statement any more
     */
    @Nullable Long sent(String sql, long now) {
        requireUsable();
        Matcher savepoint = SAVEPOINT.matcher(sql);
        boolean about = savepoint.matches();
        String verb = about ? savepoint.group(1).toLowerCase(Locale.ROOT) : "";
        if (aborted && !verb.startsWith("rollback")) {
            throw new IllegalStateException(
                    "The transaction has failed: nothing is sent in it before it is rolled back.");
        }
        if (!about) {
            return null;
        }
        String marked = savepoint.group(2);
        if (verb.equals("savepoint")) {
            marks.push(new Mark(marked, now));
            return null;
        }
        while (!marks.isEmpty() && !marks.element().name().equals(marked)) {
            marks.pop();
        }
        if (verb.startsWith("rollback")) {
            aborted = false;
            return marks.isEmpty() ? began : marks.element().at();
        }
        marks.poll();
        return null;
    }

    void requireUsable() {
        if (lost != null) {
            throw new IllegalStateException(lost);
        }
    }
}
