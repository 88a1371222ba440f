package dev.unirow.migrate.revision;

/**
 * What a step does to one row of the version table, which holds a row for each applied revision that nothing applied
 * follows.
 */
public sealed interface VersionChange {
    /** A base, or a branch that gets a row of its own. */
    record Insert(String version) implements VersionChange {}

    /** A row moves along its line. */
    record Update(String from, String to) implements VersionChange {}

    /** A branch goes: merged into another row, or taken back to its base. */
    record Delete(String version) implements VersionChange {}

    /** All rows go, known or not: {@code stamp --purge}. */
    record DeleteAll() implements VersionChange {}
}
