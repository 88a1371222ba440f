package dev.unirow.migrate.internal.json;

import java.util.List;

/**
 * What {@code check} prints.
 *
 * @param problems why nothing can be said of some kind of database, in sentences
 */
public record DifferencesDocument(List<Difference> differences, List<String> problems, List<String> warnings)
        implements Document {
    /**
     * What differs.
     *
     * @param databases the kinds of databases that it differs on
     */
    public record Difference(String description, List<String> databases) {}
}
