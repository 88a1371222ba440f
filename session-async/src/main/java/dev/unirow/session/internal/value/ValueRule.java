package dev.unirow.session.internal.value;

import dev.unirow.model.InvalidModelException;
import org.jspecify.annotations.Nullable;

/** What a value must be so that its column gives it back as it went. */
interface ValueRule {
    /**
     * The value as its column keeps it: the same object where nothing has to be changed.
     *
     * @throws InvalidModelException if no column of every database keeps it
     */
    @Nullable Object kept(Object value);

    /** Whether a value may be cut to one that was there before, which is no change of the model then. */
    default boolean cuts() {
        return false;
    }

    /** The value as it is to be judged: cut, and in its normal form; a refusal of anything else comes after that. */
    default @Nullable Object cut(Object value) {
        return cuts() ? kept(value) : value;
    }

    /** {@link #cut(Object)}, where there may be neither a rule nor a value. */
    static @Nullable Object cut(@Nullable ValueRule rule, @Nullable Object value) {
        return rule == null || value == null ? value : rule.cut(value);
    }

    /** {@link #kept(Object)}, where there may be neither a rule nor a value. */
    static @Nullable Object kept(@Nullable ValueRule rule, @Nullable Object value) {
        return rule == null || value == null ? value : rule.kept(value);
    }
}
