package dev.unirow.session.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a database tells of a constraint that was broken, in its own words.
 *
 * @param table the table that has the constraint
 * @param told the constraint's name, or what the database says in its place; the column for a missing value
 */
public record Violation(@Nullable String table, @Nullable String told) {}
