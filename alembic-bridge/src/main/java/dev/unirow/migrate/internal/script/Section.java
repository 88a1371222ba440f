package dev.unirow.migrate.internal.script;

import java.util.List;

/**
 * A section of a revision file: what runs in one direction on some dialects.
 *
 * @param dialects names as {@code postgresql}; empty for every dialect
 * @param body the lines below the section's header
 * @param line of the first line of the body, counted from 1
 */
public record Section(Direction direction, List<String> dialects, String body, int line) {
    public Section {
        dialects = List.copyOf(dialects);
    }

    boolean appliesTo(String dialect) {
        return dialects.isEmpty() || dialects.contains(dialect);
    }

    String header() {
        return "-- " + direction.keyword() + (dialects.isEmpty() ? "" : " [" + String.join(", ", dialects) + "]");
    }

    /**
     * What is to be done, in order.
     *
     * @throws ScriptSyntaxException when a quote, a comment or a block is not closed
     */
    List<ScriptItem> items(String dialect) {
        return StatementSplitter.split(body, line, dialect);
    }
}
