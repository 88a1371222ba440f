package dev.unirow.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How {@code from} and {@code patch} read and judge what they are given. Immutable: each method returns changed
 * options.
 */
public final class ReadOptions {
    private static final ReadOptions STRICT = new ReadOptions(false, List.of());

    private final boolean lenient;
    private final List<Class<?>> groups;

    private ReadOptions(boolean lenient, List<Class<?>> groups) {
        this.lenient = lenient;
        this.groups = List.copyOf(groups);
    }

    /**
     * Strict: a value has the type that JSON gives it, or Java's own; nothing is trimmed. Judged by the constraints of
     * the default group and of the occasion.
     */
    public static ReadOptions options() {
        return STRICT;
    }

    /**
     * Values as forms and spreadsheets give them: text is trimmed and loses NUL; empty text is null where null is
     * allowed; numbers come as text too; {@code true}, {@code on}, {@code 1} and {@code false}, {@code off}, {@code 0}
     * and empty text are booleans, as are the numbers 1 and 0; a space may stand between date and time. Unknown keys
     * stay errors.
     */
    public ReadOptions lenient() {
        return new ReadOptions(true, groups);
    }

    /** Judged by these validation groups too. */
    public ReadOptions groups(Class<?>... more) {
        List<Class<?>> all = new ArrayList<>(groups);
        all.addAll(Arrays.asList(more));
        return new ReadOptions(lenient, all);
    }

    boolean isLenient() {
        return lenient;
    }

    List<Class<?>> groups() {
        return groups;
    }
}
