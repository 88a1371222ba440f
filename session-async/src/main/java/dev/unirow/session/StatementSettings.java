package dev.unirow.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown and told of the statements of a database.
 *
 * @param slow from which time on a statement is logged whatever the echo is; null for never
 */
record StatementSettings(
        Echo echo, boolean hideParameters, @Nullable Duration slow, List<StatementListener> listeners) {
    StatementSettings {
        listeners = List.copyOf(listeners);
    }

    /** The echo off, nothing slow, no listener. */
    static StatementSettings silent() {
        return new StatementSettings(Echo.OFF, false, null, List.of());
    }

    StatementSettings withEcho(Echo other) {
        return new StatementSettings(other, hideParameters, slow, listeners);
    }

    StatementSettings withHiddenParameters(boolean hidden) {
        return new StatementSettings(echo, hidden, slow, listeners);
    }

    StatementSettings withSlow(@Nullable Duration threshold) {
        return new StatementSettings(echo, hideParameters, threshold, listeners);
    }

    StatementSettings withListener(StatementListener listener) {
        List<StatementListener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new StatementSettings(echo, hideParameters, slow, more);
    }
}
