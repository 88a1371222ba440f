package dev.unirow.migrate.internal.json;

import java.util.List;

/**
 * What {@code status} prints.
 *
 * @param current the identifiers in the version table
 * @param heads those of the revisions that none follows
 * @param differences between the tables and the models, where these are the reason of the status
 * @param advice what to run, in sentences
 */
public record StatusDocument(
        String status,
        String meaning,
        List<String> current,
        List<String> heads,
        List<String> differences,
        List<String> advice,
        List<String> warnings)
        implements Document {}
